import type { ComponentChildren } from 'preact'
import { Link } from '../parts/link.tsx'

type Props = { back: { to: string; name: string }; print: string; children?: ComponentChildren }

/** What stands above papers on a screen: the way back, and the button that prints them. */
export const Bar = ({ back, print, children }: Props) => (
  <header class="bar">
    <Link to={back.to}>← {back.name}</Link>
    {children}
    <button type="button" data-print hidden>
      {print}
    </button>
  </header>
)
