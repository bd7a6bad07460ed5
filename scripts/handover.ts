import { sheets } from '../policies/sheets.ts'
import { handoverHtml } from '../src/exporters/handover-html.ts'
import { handoverJson } from '../src/exporters/handover-json.ts'
import { type Handover, handoverOf } from '../src/handover.ts'
import { handoverTerminal } from '../src/reporters/handover.ts'
import type { Arguments } from './arguments.ts'
import { usesFor } from './register/uses.ts'
import { conclude, screen } from './report.ts'

/** The 引継書 of one section. Status 0 whatever it says. */
export function run({ paths: [department = ''], ...args }: Arguments): number {
  const { uses, context, unopened, department: slug } = usesFor({ ...args, paths: [] }, department)
  const titles = sheets.titles?.['/checks/*/items/*/id'] ?? {}
  const handover = handoverOf(slug!, uses, { ...context, titles })
  return conclude(exported(handover, args.values), args.values, unopened, 0)
}

function exported(handover: Handover, { format, out }: Arguments['values']): string {
  if (format === 'json') return handoverJson(handover)
  return format === 'html' ? handoverHtml(handover) : handoverTerminal(handover, screen(out))
}
