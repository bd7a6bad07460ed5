import type { ComponentChildren } from 'preact'
import type { Site } from '../site.ts'

type Props = { site: Site; to: string; children: ComponentChildren }

/** A page of the repository on GitHub; only its words where nobody knows which repository that is. */
export const GitHub = ({ site: { repository }, to, children }: Props) =>
  repository === null ? (
    <span>{children}</span>
  ) : (
    <a href={`https://github.com/${repository}/${to}`} rel="noreferrer">
      {children}
    </a>
  )

/** A file at the commit that is shown, or a line of it. */
export const fileAt = ({ commit }: Site, path: string, line?: number): string =>
  `blob/${commit ?? 'main'}/${path.split('/').map(encodeURIComponent).join('/')}${line === undefined ? '' : `#L${line}`}`
