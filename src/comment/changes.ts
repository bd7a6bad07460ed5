import { changedFields } from '../difference.ts'
import type { ExaminedFile } from '../gate/types.ts'
import type { Service } from '../generated/service.ts'
import { row, tableHead } from './escape.ts'
import type { Guideline } from './guideline.ts'
import { type Part, table } from './parts.ts'
import { wordPlace } from './places.ts'
import { wordCheck } from './records.ts'
import { type Effect, type Levels, type Shift, shiftsBetween } from './risk.ts'
import { nothing, wordValue } from './values.ts'

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
      `${title}\n\n${tableHead(['リスク', '何が', '変更前', '変更後'])}`,
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
  const aligned = alignedTo(after, before)
  const changed = changedFields(stateOf(aligned), stateOf(after))
  if (changed.length === 0) return []
  const rows = changed.map(({ pointer, before: old, after: now }) =>
    row([
      wordPlace(pointer, now === undefined ? aligned : after, guideline),
      ...[old, now].map((value) => word(pointer, value)),
    ]),
  )
  const head = `### 変わったところ（${changed.length}件）\n\n${tableHead(['項目', '変更前', '変更後'])}`
  return [table('変わったところ', 8, head, rows)]
}

const word = (pointer: string, value: unknown): string => {
  if (value === undefined) return nothing
  // A check that is added has many items: how many of each result is enough here.
  if (/^\/checks\/\d+$/.test(pointer)) return wordCheck(value as NonNullable<Service['checks']>[number])
  if (Array.isArray(value) && value.length > rowsInFull && typeof value[0] === 'object') return `${value.length}件`
  return wordValue(pointer, unnamed(pointer, value))
}

/** More rows of a list in one cell would fill the page. */
const rowsInFull = 3

/** What names a row of these lists: a row that was put in or moved is not a change of all that follow. */
const keys = { criteria: 'number', risks: 'id', conditions: 'id', governmentCloud: 'measure' } as const

/** A row without its name, which stands beside it already. */
function unnamed(pointer: string, value: unknown): unknown {
  const [, block = ''] = /^\/(\w+)\/\d+$/.exec(pointer) ?? []
  if (!Object.hasOwn(keys, block)) return value
  const name: string = keys[block as keyof typeof keys]
  return Object.fromEntries(Object.entries(value as Row).filter(([key]) => key !== name))
}

/** The same content with its rows in the places that they have in the other. */
function alignedTo(after: Service, before: Service): Service {
  const lists = Object.entries(keys).flatMap(([block, key]) => {
    const [old, now] = [rowsIn(before, block), rowsIn(after, block)]
    if (old === null || now === null) return []
    const names = now.map((one) => one[key])
    const moved = names.map((name) => old.find((one) => one[key] === name))
    return [[block, [...moved, ...old.filter((one) => !names.includes(one[key]))]]]
  })
  return { ...before, ...Object.fromEntries(lists) }
}

type Row = Record<string, unknown>
const rowsIn = (service: Service, block: string): readonly Row[] | null =>
  (service as unknown as Record<string, readonly Row[] | undefined>)[block] ?? null

const stateOf = (service: Service) => ({ value: service, service, refusals: [], withheld: new Set<string>() })
