import { jobRules } from './jobs.ts'
import { permissionRules } from './permissions.ts'
import { stepRules } from './steps.ts'
import { triggerRules } from './triggers.ts'
import { type Rule, readWorkflow } from './workflow.ts'

export type LintResult = { file: string; line: number; rule: string; message: string }

export const rules: readonly Rule[] = [...triggerRules, ...permissionRules, ...jobRules, ...stepRules]

/** What our own rules have against a workflow, in the order of its lines. */
export function lintWorkflow(file: string, text: string): LintResult[] {
  const workflow = readWorkflow(file, text)
  const found = rules.flatMap(({ id, check }) =>
    check(workflow).map(({ at, message }) => ({ file, line: workflow.lineOf(at), rule: id, message })),
  )
  return found.sort((one, other) => one.line - other.line)
}
