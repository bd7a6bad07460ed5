import type { ComponentChildren } from 'preact'

const words = { info: 'お知らせ', success: '完了', warning: '注意', error: '要修正' } as const
type Props = {
  kind: keyof typeof words
  /** In place of the word of its kind: meaning never lies in a colour alone. */
  title?: ComponentChildren
  children?: ComponentChildren
  /** Said aloud when it appears. */
  live?: boolean
}

export const Notice = ({ kind, title = words[kind], children, live = false }: Props) => (
  <div class={`notice notice-${kind}`} {...(live ? { role: kind === 'error' ? 'alert' : 'status' } : {})}>
    <p class="notice-title">{title}</p>
    {children}
  </div>
)
