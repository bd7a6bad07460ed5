import { deadlinesData } from './deadlines/data.ts'
import { formsData } from './forms/data.ts'
import type { Page } from './page.tsx'
import { deadlinesPage } from './pages/deadlines.tsx'
import { publicUsePages } from './pages/public-use.tsx'
import { registerPage } from './pages/register.tsx'
import { statisticsData, statisticsPage } from './pages/statistics.tsx'
import { topPage } from './pages/top.tsx'
import { usePages } from './pages/use.tsx'
import { registerData } from './register/data.ts'
import type { Site } from './site.ts'

/** Every page of the site. */
export const pagesOf = (site: Site): Page[] => [
  topPage(site),
  registerPage(site),
  statisticsPage(site),
  ...(site.edition === 'public' ? publicUsePages(site) : [deadlinesPage(site), ...usePages(site)]),
]

/** Files beside the pages: data for scripts, sheets to take away. By their path in the site. */
export const dataOf = async (site: Site): Promise<Record<string, string | Uint8Array>> => ({
  ...formsData(site),
  ...(await registerData(site)),
  ...(site.edition === 'public' ? {} : { ...deadlinesData(site), ...statisticsData(site) }),
})
