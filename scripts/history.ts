import { existsSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { policies } from '../policies/index.ts'
import { type Told, tellHistory } from '../src/history.ts'
import { historyJson, historyTerminal } from '../src/reporters/history.ts'
import type { SourceDocument } from '../src/source/document.ts'
import type { Arguments } from './arguments.ts'
import { dayOf } from './day.ts'
import { found, shownPath } from './files.ts'
import { contentsOf, openRepository, type Repository } from './git.ts'
import { beginnings, type Touch, touchesBelow } from './git-log.ts'
import { print, screen } from './report.ts'
import { sourceOf } from './sources.ts'
import { UsageError } from './usage.ts'

/** Tells what happened to a use, by whom and when; a file that was removed has a history too. */
export function run({ paths: [path = ''], values }: Arguments): number {
  const repository = openRepository(nearestFolder(resolve(path)))
  const inside = relative(repository.folder, resolve(path)).split(sep).join('/')
  const history = historyOf(repository, inside)
  if (history.length === 0)
    throw new UsageError(`${path} の記録が git にありません。ファイルの名前を確かめてください。`)
  const { colour } = screen(values.out)
  const report = { file: shownPath(path), history, colour }
  print(values.format === 'json' ? historyJson(report) : historyTerminal(report), values.out)
  return 0
}

/** The folder may have gone with the file. */
const nearestFolder = (path: string): string => {
  const folder = dirname(path)
  return existsSync(folder) || folder === path ? folder : nearestFolder(folder)
}

function historyOf(repository: Repository, path: string): Told[] {
  const history = historiesBelow(repository, path).get(path) ?? []
  const unknown = beginnings(repository)
  if (history.some(({ commit }) => unknown.has(commit)))
    throw new UsageError(
      '履歴が途中までしかないため、この利用の初めからの記録が分かりません。git fetch --unshallow を実行してください。',
    )
  return history
}

/** The history of every file at or below a path: git runs as often for a thousand files as for one. */
export function historiesBelow(repository: Repository, path: string): Map<string, Told[]> {
  const touches = touchesBelow(repository, path)
  const states = statesOf(repository, [...touches.values()].flat())
  const stateAt = (id: string | null): SourceDocument | null => (id === null ? null : states.get(id)!)
  return new Map(
    Array.from(touches, ([file, all]) => {
      const steps = all.map(({ time, before, after, ...by }) => ({
        ...{ ...by, date: dayOf(time), before: stateAt(before), after: stateAt(after) },
      }))
      return [file, tellHistory(steps, policies)]
    }),
  )
}

/** The contents by their ids: what stands in several files, or several times in one, is read once. */
function statesOf(repository: Repository, touches: readonly Touch[]): Map<string, SourceDocument> {
  const ids = [...new Set(touches.flatMap(({ before, after }) => [before, after]))].filter((id) => id !== null)
  const states = new Map<string, SourceDocument>()
  for (const content of contentsOf(repository, ids)) {
    const id = ids[states.size]!
    states.set(id, sourceOf(id, found(content, [])))
  }
  return states
}
