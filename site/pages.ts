import type { Page } from './page.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { applyPage } from './pages/apply.tsx'
import { guidelinePagesOf } from './pages/guideline/all.ts'
import { lostPage, offlinePage } from './pages/lost.tsx'
import { topPage } from './pages/top.tsx'
import { guidelineIndex } from './search/data.ts'
import type { Site } from './site.ts'
import { usesData } from './uses-data.ts'

/** Every page of the site. */
export const pagesOf = (site: Site): Page[] => [
  topPage(site),
  applyPage(site),
  ...guidelinePagesOf(site.knowledge),
  accessibilityPage(site),
  lostPage(site),
  offlinePage(),
]

/** Files beside the pages: data for scripts, sheets to take away. By their path in the site. */
export const dataOf = (site: Site): Record<string, string | Uint8Array> => ({
  ...usesData(site),
  ...guidelineIndex(site.knowledge),
})
