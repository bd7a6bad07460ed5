import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ask, contentsOf, type Repository } from '../git.ts'
import type { Step, TouchedFile } from '../ledger/main-line.ts'

/**
 * A work tree of services/ alone, in a repository of its own that borrows the objects: an old bundle sees one merge after
 * the other as the newest commit, and the real repository is never touched.
 */
export type Stage = { folder: string; advance(step: Step): void }

export function openStage(repository: Repository, folder: string): Stage {
  ask(repository.folder, ['init', '--quiet', '--template=', `--object-format=${repository.hash}`, folder])
  const objects = String(
    ask(repository.folder, ['rev-parse', '--path-format=absolute', '--git-path', 'objects']),
  ).trim()
  mkdirSync(join(folder, '.git', 'objects', 'info'), { recursive: true })
  writeFileSync(join(folder, '.git', 'objects', 'info', 'alternates'), `${objects}\n`)
  mkdirSync(join(folder, 'services'))
  return {
    folder,
    advance({ commit, files }) {
      writeFileSync(join(folder, '.git', 'HEAD'), `${commit}\n`)
      const touched = files.filter(({ path }) => isStaged(path))
      // What makes room comes first: a folder may stand where a file was.
      for (const { path } of touched) rmSync(join(folder, path), { recursive: true, force: true })
      place(repository, folder, touched)
      mkdirSync(join(folder, 'services'), { recursive: true })
    },
  }
}

export const isStaged = (path: string): boolean => path.startsWith('services/') && !/(^|\/)\.git(\/|$)/i.test(path)

function place(repository: Repository, folder: string, files: readonly TouchedFile[]): void {
  const present = files.filter(({ blob, mode }) => blob !== null && mode !== '160000')
  const contents = contentsOf(
    repository,
    present.map(({ blob }) => blob!),
  )
  let index = 0
  for (const content of contents) {
    const { path, mode } = present[index]!
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    // That it is a link is judged; where it led is nobody's business here.
    if (mode === '120000') symlinkSync('link', target)
    else writeFileSync(target, content)
    index += 1
  }
}
