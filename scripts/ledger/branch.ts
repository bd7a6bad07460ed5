import type { RecordFile } from '../../src/ledger/record.ts'
import { ask, contentsOf, type Repository, treeOf } from '../git.ts'
import { UsageError } from '../usage.ts'
import { branchOf } from './main-line.ts'

/** The commit that holds the ledger; null where there is none yet. */
export const ledgerCommit = (repository: Repository, branch: string): string | null => branchOf(repository, branch)

export function requireLedger(repository: Repository, branch: string): string {
  const commit = ledgerCommit(repository, branch)
  if (commit === null)
    throw new UsageError(
      `決定簿のブランチ「${branch}」が、git にありません。git fetch origin ${branch} で取り寄せてください。`,
    )
  return commit
}

/** Every file of the branch, by the objects of git alone. */
export function recordFiles(repository: Repository, commit: string): RecordFile[] {
  const files = [...treeOf(repository, commit, '')]
  const ids = files.map(([, id]) => id)
  const contents = [...contentsOf(repository, ids)]
  return files.map(([path], index) => ({ path, bytes: contents[index]! }))
}

/** Commits of the branch that did more than add records: a Japanese sentence each. */
export function rewriteFaults({ folder }: Repository, tip: string): string[] {
  const shape = ['--root', '-m', '--name-status', '--no-renames', '-z', '--format=%x01%H %P']
  const words = String(ask(folder, ['log', ...shape, tip, '--'])).split('\0')
  const faults: string[] = []
  for (let index = 0, commit = ''; index < words.length; index += 1) {
    const word = words[index]!.replace(/^\n/, '')
    const [, id, parents] = /^\u0001([0-9a-f]+) ?([0-9a-f ]*)$/.exec(word) ?? []
    if (id !== undefined) {
      commit = id
      if (parents?.includes(' '))
        faults.push(`決定簿のコミット ${id.slice(0, 12)} は、枝分かれした決定簿を合わせています。`)
    } else if (/^[A-Z]\d*$/.test(word)) {
      index += 1
      if (word !== 'A')
        faults.push(`決定簿のコミット ${commit.slice(0, 12)} は、前にあった ${words[index]} を書き換えています。`)
    }
  }
  return [...new Set(faults)]
}
