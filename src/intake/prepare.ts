import { prepareConfirmation, prepareRenewal, prepareTermination } from './amendment.ts'
import { type ReadValues, readValues } from './answers.ts'
import { prepareNew } from './application.ts'
import type { Submission } from './body.ts'
import { type Desk, missing, type Prepared } from './desk.ts'
import { type Folder, folderOf } from './place.ts'
import type { Problem } from './problem.ts'

/** What a form says, as far as it can be read without the register. */
export type Accepted = Pick<ReadValues, 'values'> & { submission: Submission; folder: Folder }

/** Reads the answers and finds the department. */
export function accept(submission: Submission, desk: Desk): Accepted | { problems: readonly Problem[] } {
  const { values, problems } = readValues(submission, desk.sheets)
  const folder = values.has('/department/name') ? folderOf(values, submission.answers.get('file'), desk) : null
  const unknown = folder !== null && 'text' in folder ? [folder] : []
  if (problems.length > 0 || folder === null || 'text' in folder) return { problems: [...problems, ...unknown] }
  return { submission, values, folder }
}

/** The file that the answers make; `files`: the texts of the department's folder on main, by their paths. */
export function prepare(
  { submission, values, folder }: Accepted,
  files: ReadonlyMap<string, string>,
  desk: Desk,
): Prepared {
  const { form, answers } = submission
  const asked = { values, place: answers.get('file'), files, desk }
  if (form.kind === 'new') return prepareNew(values, form, folder, files, desk)
  if (form.kind === 'renewal') return prepareRenewal(asked)
  if (form.kind === 'confirmation') return prepareConfirmation(asked)
  if (form.kind === 'termination') return prepareTermination(asked)
  return missing()
}
