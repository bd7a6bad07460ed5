import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { contentsOf, type Repository, treeOf } from '../git.ts'

/** The command line as commits hold it, written where it can be run; commits with the same one share it. */
export type Bundles = { at(commit: string): string | null }

/** A bundle needs nothing but its own files, and to be known as a module. */
const isPart = (path: string): boolean =>
  path === 'package.json' || path === 'dist/shinsa.js' || /^dist\/parts\/[^/]+\.js$/.test(path)

export function openBundles(repository: Repository, folder: string): Bundles {
  const written = new Map<string, string>()
  return {
    at(commit) {
      const parts = [...treeOf(repository, commit, 'dist'), ...treeOf(repository, commit, 'package.json')]
      const files = parts.filter(([path]) => isPart(path))
      if (!files.some(([path]) => path === 'dist/shinsa.js')) return null
      const key = files.map(([path, id]) => `${path} ${id}`).join('\n')
      const known = written.get(key)
      if (known !== undefined) return known
      const home = join(folder, String(written.size))
      write(repository, home, files)
      const main = join(home, 'dist', 'shinsa.js')
      written.set(key, main)
      return main
    },
  }
}

function write(repository: Repository, home: string, files: readonly [string, string][]): void {
  const ids = files.map(([, id]) => id)
  let index = 0
  for (const content of contentsOf(repository, ids)) {
    const path = join(home, files[index]![0])
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    index += 1
  }
}
