import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gather } from '../gather.ts'
import type { Site } from '../site.ts'
import { writeSite } from '../write.ts'

/** A day on which the examples in services/ have something due. */
export const asOf = '2026-11-28'

/** The site of this repository, with what is different from it. */
export const siteWith = (changes: Partial<Site> = {}): Site => ({
  ...gather({ edition: changes.edition ?? 'internal', asOf, repository: 'example/shinsa' }),
  address: null,
  ...changes,
})

/** The site as a folder, to be opened in a browser. */
export async function builtFolder(site: Site = siteWith()): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'site-'))
  await writeSite(site, folder)
  return folder
}
