import { policies } from '../policies/index.ts'
import { type SurveyedUse, surveyIssue, surveyPrefix } from '../src/notices/survey.ts'
import type { RegisterRow } from '../src/register/row.ts'
import type { UseStatus } from '../src/register/status.ts'
import { fiscalYear } from '../src/wareki.ts'
import type { Arguments } from './arguments.ts'
import { post, repositoryUrl } from './notices/post.ts'
import { bySection, nameOf } from './notices/sections.ts'
import { usesFor } from './register/uses.ts'
import { statusWith } from './report.ts'

/** Nobody is asked about what was never begun, or is over. */
const unasked: ReadonlySet<UseStatus> = new Set([
  'not-begun',
  'applied',
  'rejected',
  'out-of-scope',
  'prohibited',
  'ended',
])

/** 台帳調査: one issue for each section, with its uses. */
export async function run(args: Arguments): Promise<number> {
  const repository = repositoryUrl(process.env)
  const { register, unopened } = usesFor({ ...args, paths: [] })
  const { asOf, rows } = register
  const year = fiscalYear(asOf)
  const { month, day } = policies.calendar.confirmation
  const until = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const asked = rows.filter(({ status }) => !unasked.has(status))
  const issues = [...bySection(asked, ({ file }) => file)].map(([slug, uses]) =>
    surveyIssue({
      ...{ year, slug, name: nameOf(slug, asOf), repository, until },
      uses: uses.map((row) => surveyedUse(row, year)),
    }),
  )
  // A survey of an earlier 年度 is over, whatever was answered
  await post({ prefix: surveyPrefix, issues, mayOpen: !args.switches.has('follow') }, process.env)
  return statusWith(unopened, 0)
}

/** What was confirmed before the 年度 began says nothing about it. */
const surveyedUse = ({ file, name, status, lastConfirmation }: RegisterRow, year: number): SurveyedUse => ({
  file,
  service: name ?? '',
  suspended: status === 'suspended',
  confirmed: lastConfirmation !== null && fiscalYear(lastConfirmation.date) >= year ? lastConfirmation : null,
})
