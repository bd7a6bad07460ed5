import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { assets } from './assets.ts'
import { written } from './page.tsx'
import { dataOf, pagesOf } from './pages.ts'
import { published } from './published.ts'
import type { Site } from './site.ts'

/** The whole site by path: what stands on it depends on nothing but `site`. */
export async function filesOf(site: Site): Promise<Record<string, string | Uint8Array>> {
  const shown = site.edition === 'public' ? published(site) : site
  const pages = pagesOf(shown).map((page) => [page.path, written(page, shown)] as const)
  return { ...Object.fromEntries(pages), ...(await dataOf(shown)), ...(await assets()), 'icon.svg': icon }
}

/** Replaces the folder. */
export async function writeSite(site: Site, folder: string): Promise<number> {
  const files = Object.entries(await filesOf(site))
  rmSync(folder, { recursive: true, force: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return files.length
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0017c1"/><path d="m8 17 6 6L25 10" fill="none" stroke="#fff" stroke-width="4"/></svg>\n`
