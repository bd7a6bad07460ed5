import { policies } from '../../policies/index.ts'
import type { Pair } from '../../src/change.ts'
import { digestOf } from '../../src/gate/digest.ts'
import { examine } from '../../src/gate/examine.ts'
import { type Classified, classify, isServicePath } from '../../src/gate/paths.ts'
import { sha256Of } from '../../src/ledger/canonical.ts'
import type { Judged } from '../../src/ledger/draft.ts'
import type { SourceDocument } from '../../src/source/document.ts'
import { found } from '../files.ts'
import { contentsOf, type Repository, treeOf } from '../git.ts'
import { sourceOf } from '../sources.ts'
import { version } from '../version.ts'
import type { Step } from './main-line.ts'

/** Judges what a merge changed, laid over everything else that it left as it was. */
export function judgeStep(repository: Repository, step: Step): Judged {
  const classified = classifiedIn(step)
  const { subject, touchesPolicy } = classified
  const examination = examine(
    {
      classified,
      blockers: [],
      pairs: pairsOf(repository, step, classified),
      register: registerOf(repository, step),
      digests: { engine: '', rules: '' },
    },
    policies,
  )
  const violations = examination.diagnostics.filter(({ verdict }) => verdict === 'violation').length
  return {
    subject,
    touchesPolicy,
    files: examination.files.map(({ file, transition, afterAssessment }) => ({
      path: file,
      transition,
      outcome: afterAssessment?.outcome ?? null,
      form: afterAssessment?.application?.form ?? null,
    })),
    violations: violations + misplaced(step, classified),
    judgements: examination.judgements.map(({ key, file, rule, pointer }) => ({ key, file, rule, pointer })),
    diagnosticsSha256: digestOf(examination.diagnostics),
    engine: { version, digest: engineDigest(repository, step.parent) },
    rules: { version, digest: contentDigest(repository, step.parent, ['policies', 'schemas']) },
  }
}

const classifiedIn = ({ files }: Step): Classified =>
  classify(files.map(({ path, blob }) => ({ path, status: blob === null ? 'removed' : 'modified', previous: null })))
export const subjectOf = (step: Step): Judged['subject'] => classifiedIn(step).subject

/** Paths and kinds of files that the gate refuses before it reads them. */
const misplaced = ({ files }: Step, { blockers }: Classified): number =>
  blockers.filter(({ kind }) => kind !== 'mixed').length +
  files.filter(({ path, blob, mode }) => isServicePath(path) && blob !== null && mode !== '100644').length

function pairsOf(repository: Repository, { parent, files }: Step, { services }: Classified): Pair[] {
  const before = parent === null ? new Map<string, string>() : treeOf(repository, parent, 'services')
  // A link or a submodule is counted as misplaced; nobody can read it as an application.
  const blobs = new Map(files.flatMap(({ path, blob, mode }) => (mode.startsWith('100') ? [[path, blob]] : [])))
  const opened = (path: string, id: string | null | undefined): SourceDocument | null =>
    id === null || id === undefined ? null : open(repository, [[path, id]]).next().value!
  const pairs = services.map((file) => ({
    file,
    base: opened(file, before.get(file)),
    head: opened(file, blobs.get(file)),
  }))
  return pairs.filter(({ base, head }) => base !== null || head !== null)
}

function* registerOf(repository: Repository, { commit, files }: Step): Generator<SourceDocument> {
  const changed = new Set(files.map(({ path }) => path))
  const others = [...treeOf(repository, commit, 'services')]
  yield* open(
    repository,
    others.filter(([path]) => isServicePath(path) && !changed.has(path)),
  )
}

function* open(repository: Repository, files: readonly [string, string][]): Generator<SourceDocument> {
  const ids = files.map(([, id]) => id)
  let index = 0
  for (const content of contentsOf(repository, ids)) {
    yield sourceOf(files[index]![0], found(content, []))
    index += 1
  }
}

const gateBundle = 'actions/gate/dist/gate.js'

/** Of the bundle that the gate ran; of the command line where there was no gate yet. */
function engineDigest(repository: Repository, commit: string | null): string {
  const id = commit === null ? undefined : treeOf(repository, commit, gateBundle).get(gateBundle)
  if (id === undefined) return contentDigest(repository, commit, ['dist'])
  const [bytes] = contentsOf(repository, [id])
  return sha256Of(bytes!)
}

/** Of the names and ids that folders of a commit hold, as the gate computes it: anybody can do so again. */
export const contentDigest = (repository: Repository, commit: string | null, folders: readonly string[]): string =>
  sha256Of(JSON.stringify(commit === null ? [] : folders.flatMap((folder) => [...treeOf(repository, commit, folder)])))
