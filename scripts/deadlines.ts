import type { Deadline } from '../src/due.ts'
import { deadlinesIssue, deadlinesPrefix } from '../src/notices/deadlines.ts'
import type { DepartmentIssue } from '../src/notices/issue.ts'
import { deadlinesOf } from '../src/register.ts'
import type { Arguments } from './arguments.ts'
import { readDay, today } from './day.ts'
import { post, repositoryUrl } from './notices/post.ts'
import { bySection, nameOf } from './notices/sections.ts'
import { dueHere } from './register/here.ts'
import { statusWith } from './report.ts'
import { readSources } from './sources.ts'

type Counted = { file: string; deadlines: Deadline[] | null }

/** Keeps one issue for each section that has anything due. */
export async function run({ values }: Arguments): Promise<number> {
  const asOf = values['as-of'] === undefined ? today() : readDay('--as-of', values['as-of'])
  const repository = repositoryUrl(process.env)
  const { sources, unopened } = readSources([])
  const { context, pathOf } = dueHere(asOf)
  const counted = Array.from(
    sources,
    (source): Counted => ({
      file: source.file,
      deadlines: source.readable ? deadlinesOf(source, pathOf(source.file), context) : null,
    }),
  )
  const issueOf = (slug: string, rows: readonly Counted[]): DepartmentIssue =>
    deadlinesIssue({
      slug,
      name: nameOf(slug, asOf),
      deadlines: rows.flatMap(({ deadlines }) => deadlines ?? []),
      unreadable: rows.filter(({ deadlines }) => deadlines === null).map(({ file }) => file),
      repository,
    })
  const missing = unopened.map(({ path }): Counted => ({ file: path, deadlines: null }))
  const sections = bySection([...counted, ...missing], ({ file }) => file)
  await post(
    {
      prefix: deadlinesPrefix,
      issues: [...sections].map(([slug, rows]) => issueOf(slug, rows)),
      // A section without files has nothing left to do
      finished: (marker) => issueOf(marker.slice(deadlinesPrefix.length).replace(' -->', ''), []),
      mayOpen: true,
    },
    process.env,
  )
  return statusWith(unopened, 0)
}
