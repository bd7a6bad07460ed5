import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { Root } from '../root.ts'

type Props = { to: string; children: ComponentChildren; current?: boolean; kind?: 'button' | 'plain' }

/** A link inside the site; `to` counts from its top folder. */
export const Link = ({ to, children, current = false, kind = 'plain' }: Props) => (
  <a
    href={`${useContext(Root)}${to}`}
    {...(current ? { 'aria-current': 'page' as const } : {})}
    {...(kind === 'button' ? { class: 'button' } : {})}
  >
    {children}
  </a>
)
