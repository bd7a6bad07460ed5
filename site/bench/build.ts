import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '../site.ts'
import { writeSite } from '../write.ts'
import { heading, row } from './report.ts'

/** Writes the site, and says how long that took and how much it is. */
export async function build(site: Site, folder: string): Promise<void> {
  const start = performance.now()
  const count = await writeSite(site, folder)
  const seconds = (performance.now() - start) / 1000
  heading(`利用 ${site.uses.length} 件のサイトを作る`)
  row('時間', `${seconds.toFixed(1)} 秒`)
  row('ファイル', `${count} 個`)
  row('大きさ', `${(sizeOf(folder) / 1e6).toFixed(1)} MB`)
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
