import type { ComponentChildren } from 'preact'
import { useDesk } from '../desk.ts'
import { hashTo } from '../place.ts'

type Props = {
  at: string
  children: ComponentChildren
  kind?: 'primary' | 'button' | 'plain'
  current?: boolean
  leave?(): void
}

/** To another place in the same work. */
export const StepLink = ({ at, children, kind = 'button', current = false, leave }: Props) => {
  const { work } = useDesk()
  const look = { primary: 'button primary', button: 'button', plain: '' }[kind]
  return (
    <a
      href={hashTo(work.id, at)}
      class={look}
      {...(leave === undefined ? {} : { onClick: leave })}
      {...(current ? { 'aria-current': 'step' as const } : {})}
    >
      {children}
    </a>
  )
}
