import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** The way from a page up to the top folder of the site: '', '../' or '../../'. */
export const Root = createContext('')

/** Scripts, styles and data by what they hold, so that no page ever loads those of another version. */
export type Versions = Readonly<Record<string, string>>
export const Versioned = createContext<Versions>({})

/** How a page asks for a script, a style sheet or a data script; its name counts from the top folder. */
export function useAsset(): (name: string) => string {
  const root = useContext(Root)
  const versions = useContext(Versioned)
  return (name) => `${root}${name}${versions[name] === undefined ? '' : `?v=${versions[name]}`}`
}
