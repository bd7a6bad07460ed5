import { policies } from '../../policies/index.ts'
import type { Pair } from '../../src/change.ts'
import { checkRegister, checkService } from '../../src/check.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { examine } from '../../src/gate/examine.ts'
import { entryBlockers } from '../../src/gate/limits.ts'
import { type Classified, collisions, isServicePath } from '../../src/gate/paths.ts'
import type { Blocker, Judgement } from '../../src/gate/types.ts'
import type { Entry as RegisterEntry } from '../../src/rule.ts'
import type { SourceDocument } from '../../src/source/document.ts'
import { found } from '../files.ts'
import { contentsOf, type Repository } from '../git.ts'
import { sourceOf } from '../sources.ts'
import { type Entry, entriesOf } from './push.ts'

export type Examined = {
  blockers: readonly Blocker[]
  diagnostics: Diagnostic[]
  judgements: readonly Judgement[]
  files: number
  changes: { file: string; transition: string }[]
  textOf(file: string): string
}

/** Judges what a push changes, as a pull request would be judged. */
export function examinePush(repository: Repository, old: string, tip: string, classified: Classified): Examined {
  const [before, after] = [entriesOf(repository, old), entriesOf(repository, tip)]
  const faulty = entryBlockers(classified.services.flatMap((path) => after.get(path) ?? []))
  const closed = new Set(faulty.map(({ file }) => file))
  const readable = classified.services.filter((path) => !closed.has(path))
  const bases = textsOf(repository, before, readable)
  const heads = textsOf(repository, after, readable)
  const pairs = readable.map((file): Pair => ({ file, base: bases.get(file) ?? null, head: heads.get(file) ?? null }))
  const others = [...after.keys()].filter((path) => isServicePath(path) && !classified.services.includes(path))
  const { blockers, diagnostics, judgements, files } = examine(
    {
      classified,
      blockers: [...classified.blockers.map(worded), ...faulty, ...collisions(classified.services, [...before.keys()])],
      pairs,
      register: textsOf(repository, after, others).values(),
      digests: { engine: '', rules: '' },
    },
    policies,
  )
  const changes = files.map(({ file, transition }) => ({ file, transition }))
  const textOf = (file: string): string => heads.get(file)?.text ?? ''
  return { blockers, diagnostics, judgements, files: files.length, changes, textOf }
}

/** The very first content of main has nothing that it could be compared with: each file must hold by itself. */
export function examineFirst(repository: Repository, tip: string, { services, blockers }: Classified): Examined {
  const entries = entriesOf(repository, tip)
  const faulty = entryBlockers(services.flatMap((path) => entries.get(path) ?? []))
  const closed = new Set(faulty.map(({ file }) => file))
  const sources = textsOf(
    repository,
    entries,
    services.filter((path) => !closed.has(path)),
  )
  const register = new Map<string, RegisterEntry>()
  const own = [...sources.values()].flatMap((source) => {
    const { diagnostics, entry } = checkService(source, policies)
    if (entry !== null) register.set(source.file, entry)
    return diagnostics
  })
  return {
    // The program and the register come together this once.
    blockers: [...blockers.filter(({ kind }) => kind !== 'mixed').map(worded), ...faulty, ...collisions(services, [])],
    diagnostics: [...own, ...checkRegister(register, policies, (file) => sources.get(file)!)],
    judgements: [],
    files: sources.size,
    changes: [],
    textOf: (file) => sources.get(file)?.text ?? '',
  }
}

function textsOf(
  repository: Repository,
  entries: ReadonlyMap<string, Entry>,
  paths: readonly string[],
): Map<string, SourceDocument> {
  const asked = paths.flatMap((path) => entries.get(path) ?? []).filter(({ mode }) => mode.startsWith('100'))
  const sources = new Map<string, SourceDocument>()
  let index = 0
  for (const bytes of contentsOf(
    repository,
    asked.map(({ sha }) => sha),
  )) {
    const { path } = asked[index]!
    sources.set(path, sourceOf(path, found(bytes, [])))
    index += 1
  }
  return sources
}

/** What a pull request is elsewhere is a push here. */
const worded = (blocker: Blocker): Blocker => ({
  ...blocker,
  message: blocker.message.replaceAll('プルリクエスト', ' push '),
  remedy: blocker.remedy?.replaceAll('プルリクエスト', ' push ') ?? null,
})
