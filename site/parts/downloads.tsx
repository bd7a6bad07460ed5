import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { Root } from '../root.ts'

type Props = {
  /** Where each stands in the site, what it is, and the name it is saved under. */
  files: readonly (readonly [path: string, what: string, name: string])[]
  children?: ComponentChildren
}

/** Files of the site to take away; `children`: other things to do with them. */
export const Downloads = ({ files, children }: Props) => {
  const root = useContext(Root)
  return (
    <div class="buttons">
      {files.map(([path, what, name]) => (
        <a key={path} class="button" href={`${root}${path}`} download={name}>
          {what}
        </a>
      ))}
      {children}
    </div>
  )
}
