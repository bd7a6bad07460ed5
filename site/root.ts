import { createContext } from 'preact'

/** The way from a page up to the top folder of the site: '', '../' or '../../'. */
export const Root = createContext('')
