import { deadlinesData } from './deadlines/data.ts'
import type { Page } from './page.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { applyPage } from './pages/apply.tsx'
import { deadlinesPage } from './pages/deadlines.tsx'
import { blankFormsPage, formsPages } from './pages/forms.tsx'
import { guidelinePagesOf } from './pages/guideline/all.ts'
import { handoverPages } from './pages/handover.tsx'
import { lostPage, offlinePage } from './pages/lost.tsx'
import { publicUsePages } from './pages/public-use.tsx'
import { registerPage } from './pages/register.tsx'
import { statisticsData, statisticsPage } from './pages/statistics.tsx'
import { topPage } from './pages/top.tsx'
import { usePages } from './pages/use.tsx'
import { formsStyles, handoverStyles } from './papers/style.ts'
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
  ...(site.edition === 'public'
    ? publicUsePages(site)
    : [deadlinesPage(site), ...usePages(site), ...formsPages(site), ...handoverPages(site)]),
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
  ...(site.edition === 'public' ? {} : { ...deadlinesData(site), ...statisticsData(site), ...handoverStyles }),
})
