import type { Page } from './page.tsx'
import { guidelinePagesOf } from './pages/guideline/all.ts'
import { topPage } from './pages/top.tsx'
import { guidelineIndex } from './search/data.ts'
import type { Site } from './site.ts'

/** Every page of the site. */
export const pagesOf = (site: Site): Page[] => [topPage(site), ...guidelinePagesOf(site.knowledge)]

/** Files beside the pages: data for scripts, sheets to take away. By their path in the site. */
export const dataOf = (site: Site): Record<string, string | Uint8Array> => ({
  ...guidelineIndex(site.knowledge),
})
