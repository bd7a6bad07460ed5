import type { ComponentChildren } from 'preact'
import { sectionLink } from '../links.ts'
import { Link } from './link.tsx'

/** 「ガイドライン 9-(3)」, which leads there. */
export const SectionLink = ({ section, children }: { section: string; children?: ComponentChildren }) => (
  <Link to={sectionLink(section)}>{children ?? `ガイドライン ${section}`}</Link>
)
