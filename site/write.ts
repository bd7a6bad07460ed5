import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { assets } from './assets.ts'
import { workerFile } from './offline/keep.ts'
import { written } from './page.tsx'
import { dataOf, pagesOf } from './pages.ts'
import { published } from './published.ts'
import type { Versions } from './root.ts'
import type { Site } from './site.ts'

type Files = Record<string, string | Uint8Array>

/** The whole site by path: what stands on it depends on nothing but `site`. */
export async function filesOf(site: Site): Promise<Files> {
  const { 'worker.js': worker, ...built } = await assets()
  const shown = site.edition === 'public' ? published(site) : site
  const beside: Files = { ...(await dataOf(shown)), ...built, 'icon.svg': icon }
  const versions = versionsOf(beside)
  const pages = pagesOf(shown).map((page) => [page.path, written(page, shown, versions)] as const)
  const files = { ...Object.fromEntries(pages), ...beside }
  return { ...files, 'sw.js': workerFile(worker!, files, versions, digest) }
}

/** Pages ask for these by what they hold: a page never gets the script of another version, whatever a cache keeps. */
const versionsOf = (files: Files): Versions =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => /\.(js|css|svg)$/.test(path))
      .map(([path, content]) => [path, digest(content, 'hex').slice(0, 10)]),
  )

const digest = (content: string | Uint8Array, encoding: 'hex' | 'base64'): string =>
  createHash('sha256').update(content).digest(encoding)

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
