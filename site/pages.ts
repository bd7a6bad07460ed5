import type { Page } from './page.tsx'
import { topPage } from './pages/top.tsx'
import type { Site } from './site.ts'

/** Every page of the site. */
export const pagesOf = (site: Site): Page[] => [topPage(site)]

/** Files beside the pages: data for scripts, sheets to take away. By their path in the site. */
export const dataOf = (_site: Site): Record<string, string | Uint8Array> => ({})
