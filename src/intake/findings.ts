import type { Assessment } from '../assess.ts'
import { checkService, judge, readingOf } from '../check.ts'
import type { Mapping } from '../draft/mapping.ts'
import type { Policies } from '../rule.ts'
import { parseSource } from '../source/document.ts'
import type { Problem } from './problem.ts'
import { problemOf } from './problem.ts'

/** Rules about texts rather than about uses: what they refuse cannot be handed in at all. */
const ofTexts = new Set(['file', 'yaml', 'schema'])

/** What stands in the way of a file being handed in, and what is left to mend in it afterwards. */
export function findingsIn(
  file: string,
  text: string,
  policies: Policies,
): { problems: readonly Problem[]; remaining: readonly string[] } {
  const violations = checkService(parseSource(file, text), policies).diagnostics.filter(
    ({ verdict }) => verdict === 'violation',
  )
  const said = ({ message, remedy }: { message: string; remedy: string | null }): string => `${message}${remedy ?? ''}`
  return {
    problems: violations.filter(({ rule }) => ofTexts.has(rule)).map((one) => problemOf(said(one))),
    remaining: violations.filter(({ rule }) => !ofTexts.has(rule)).map(said),
  }
}

/** Why a use is not allowed. */
export function prohibitionsOf(value: Mapping, { because }: Assessment, policies: Policies): Problem[] {
  const rules = new Set(because.map(({ rule }) => rule))
  return judge(readingOf(value), policies)
    .filter(({ id }) => rules.has(id))
    .flatMap(({ findings }) =>
      findings
        .filter(({ decision }) => decision === 'prohibited')
        .map(({ message, remedy }) => problemOf(`${message}${remedy ?? ''}`)),
    )
}
