import { changedFields } from '../difference.ts'
import type { ExaminedFile } from '../gate/types.ts'
import type { Service } from '../generated/service.ts'
import { row, tableHead } from './escape.ts'
import type { Guideline } from './guideline.ts'
import { type Part, table } from './parts.ts'
import { wordPlace } from './places.ts'
import { wordCheck } from './records.ts'
import { type Effect, type Levels, type Shift, shiftsBetween } from './risk.ts'
import { wordValue } from './values.ts'

const effects: Readonly<Record<Effect, string>> = {
  raises: '**▲ 上がる**',
  procedure: '手続き',
  lowers: '▽ 下がる',
}

/** Before → after of the assessment. */
export function assessmentDiff(file: ExaminedFile, guideline: Guideline): Part[] {
  const { before, after, beforeAssessment, afterAssessment } = file
  if (before === null || after === null || beforeAssessment === null || afterAssessment === null) return []
  const shifts = shiftsBetween(
    { service: before, assessment: beforeAssessment },
    { service: after, assessment: afterAssessment },
    levelsOf(guideline),
  )
  if (shifts.length === 0) return []
  const raising = shifts.filter(({ effect }) => effect === 'raises').length
  const title = `### リスクと手続きの変化（リスクが上がるもの ${raising}件）`
  return [
    table(
      'リスクと手続きの変化',
      7,
      `${title}\n\n${tableHead(['', '何が', '変更前', '変更後'])}`,
      shifts.map(shiftRow),
    ),
  ]
}

const shiftRow = ({ effect, what, before, after }: Shift): string => row([effects[effect], what, before, after])

const levelsOf = ({ tables }: Guideline): Levels =>
  new Map(tables.criteria.rows.map(({ number, level, title }) => [number, { level, title }]))

/** Before → after in the words of the form: the changed fields only. */
export function fieldDiff({ before, after }: ExaminedFile, guideline: Guideline): Part[] {
  if (before === null || after === null) return []
  const changed = changedFields(stateOf(before), stateOf(after))
  if (changed.length === 0) return []
  const rows = changed.map(({ pointer, before: old, after: now }) =>
    row([
      wordPlace(pointer, now === undefined ? before : after, guideline),
      ...[old, now].map((value) => word(pointer, value)),
    ]),
  )
  const head = `### 変わったところ（${changed.length}件）\n\n${tableHead(['項目', '変更前', '変更後'])}`
  return [table('変わったところ', 8, head, rows)]
}

/** A check that is added has many items: how many of each result is enough here. */
const word = (pointer: string, value: unknown): string =>
  /^\/checks\/\d+$/.test(pointer) && value !== undefined
    ? wordCheck(value as NonNullable<Service['checks']>[number])
    : wordValue(pointer, value)

const stateOf = (service: Service) => ({ value: service, service, refusals: [], withheld: new Set<string>() })
