import { deadlinesData } from './deadlines/data.ts'
import { formsStyles } from './forms/style.ts'
import type { Page } from './page.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { applyPage } from './pages/apply.tsx'
import { deadlinesPage } from './pages/deadlines.tsx'
import { blankFormsPage, formsPages } from './pages/forms.tsx'
import { guidelinePagesOf } from './pages/guideline/all.ts'
import { lostPage, offlinePage } from './pages/lost.tsx'
import { publicUsePages } from './pages/public-use.tsx'
import { registerPage } from './pages/register.tsx'
import { statisticsData, statisticsPage } from './pages/statistics.tsx'
import { topPage } from './pages/top.tsx'
import { usePages } from './pages/use.tsx'
import { registerData } from './register/data.ts'
import { guidelineIndex } from './search/data.ts'
import type { Site } from './site.ts'
import { usesData } from './uses-data.ts'

/** Every page of the site. */
export const pagesOf = (site: Site): Page[] => [
  topPage(site),
  applyPage(site),
  registerPage(site),
  statisticsPage(site),
  ...(site.edition === 'public' ? publicUsePages(site) : [deadlinesPage(site), ...usePages(site), ...formsPages(site)]),
  blankFormsPage(site),
  ...guidelinePagesOf(site.knowledge),
  accessibilityPage(site),
  lostPage(site),
  offlinePage(),
]

/** Files beside the pages: data for scripts, sheets to take away. By their path in the site. */
export const dataOf = async (site: Site): Promise<Record<string, string | Uint8Array>> => ({
  ...usesData(site),
  ...guidelineIndex(site.knowledge),
  ...formsStyles(site.knowledge.forms),
  ...(await registerData(site)),
  ...(site.edition === 'public' ? {} : { ...deadlinesData(site), ...statisticsData(site) }),
})
