import { written } from '../page.tsx'
import { pagesOf } from '../pages.ts'
import type { Site } from '../site.ts'

/**
 * Pages for tests that take a browser: all that belong to no single use, and of those that do the shortest and the
 * longest of each kind. What is said of the others follows from the same parts.
 */
export function pagesToVisit(site: Site): string[] {
  const kinds = new Map<string, { path: string; length: number }[]>()
  for (const page of pagesOf(site)) {
    const kind = kindOf(page.path)
    kinds.set(kind, [...(kinds.get(kind) ?? []), { path: page.path, length: written(page, site).length }])
  }
  return [...kinds.values()].flatMap((pages) => {
    const sorted = pages.sort((a, b) => a.length - b.length)
    return [...new Set([sorted[0]!.path, sorted.at(-1)!.path])]
  })
}

/**
 * `uses/koho/youtube.html` is of the kind `uses`, its form of `uses form-1.html`, what a section hands over is of
 * `handovers`; any other page is its own.
 */
function kindOf(path: string): string {
  const [top, , , below] = path.split('/')
  if (top === 'handovers') return top
  return top === 'uses' ? `uses ${below ?? ''}` : path
}
