import { policies } from '../../policies/index.ts'
import { assess } from '../assess.ts'
import { checkService, readingOf } from '../check.ts'
import { dueOf } from '../due.ts'
import { terminal } from '../reporters/terminal.ts'
import { parseSource } from '../source/document.ts'

/** All that the core says of a file, as one text: to compare what it says elsewhere. */
export function answer(file: string, text: string): string {
  const source = parseSource(file, text)
  const { diagnostics } = checkService(source, policies)
  const titleOf = (rule: string) => policies.rules[rule]?.title ?? null
  const report = terminal({ diagnostics, files: 1, textOf: () => text, titleOf, site: null, width: 80, colour: false })
  const due = dueOf(file, readingOf(source.value, source.refused), policies, '2026-12-01')
  return JSON.stringify({ diagnostics, assessment: assess(source.value, policies), due, report })
}
