import { lostPath } from '../links.ts'
import type { Versions } from '../root.ts'
import type { Kept } from './kept.ts'

type Files = Readonly<Record<string, string | Uint8Array>>
type Digest = (content: string | Uint8Array, encoding: 'hex' | 'base64') => string

/** `sw.js`: the worker that keeps the site for use without a network, and what it is to keep. */
export function workerFile(worker: Uint8Array, files: Files, versions: Versions, digest: Digest): string {
  const sums = Object.entries(files).map(([path, content]) => [path, digest(content, 'base64')] as const)
  const kept: Kept = {
    version: digest(JSON.stringify(sums), 'hex').slice(0, 16),
    files: sums
      .filter(([path]) => isKeptFromTheStart(path))
      .map(([path, sum]) => [versions[path] === undefined ? path : `${path}?v=${versions[path]}`, `sha256-${sum}`]),
  }
  return `self.kept = ${JSON.stringify(kept)}\n${new TextDecoder().decode(worker)}`
}

/**
 * Whatever belongs to no single use or section. Their pages and forms may be thousands: they are kept once they have been
 * looked at. What is there to be taken away (xlsx, csv, ics) is kept by whoever takes it.
 */
const isKeptFromTheStart = (path: string): boolean =>
  !/^(uses\/.+|handovers)\//.test(path) && path !== lostPath && /\.(html|js|css|svg)$/.test(path)
