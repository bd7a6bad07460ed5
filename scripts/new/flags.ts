import { parseAnswer } from '../../src/draft/answer.ts'
import { type Draft, draftOf, rowKeys, type Sheets, serviceOf, withAnswer } from '../../src/draft/draft.ts'
import { isMapping } from '../../src/draft/mapping.ts'
import { fieldOf, flagOf, isLeaf, pointerOfFlag } from '../../src/draft/places.ts'
import { fields } from '../../src/generated/fields.ts'
import { keysOf, type Pointer, pointerOf } from '../../src/pointer.ts'
import { parseSource } from '../../src/source/document.ts'
import { hintAt } from '../meant.ts'
import { UsageError } from '../usage.ts'

/** Answers of options: each to one field, or to the same field of every row that is asked for (`--risks.accepted`). */
export type Flags = { draft: Draft; everyRow: readonly (readonly [Pointer, unknown])[] }

/** Records of operation have commands of their own. */
const later = ['checks', 'confirmations', 'suspension', 'termination']

export function readFlags(start: Draft, given: readonly (readonly [string, string])[], sheets: Sheets): Flags {
  const problems: string[] = []
  const everyRow: [Pointer, unknown][] = []
  let draft = start
  for (const [name, written] of joined(given)) {
    const pointer = pointerOfFlag(name)
    const [list = ''] = keysOf(pointer)
    if (pointer === `/${list}` && rowKeys.has(list)) {
      draft = { ...draft, [list]: rowsIn(name, written) }
      continue
    }
    const shared = sharedPlace(pointer)
    if (shared === null) checkName(name, pointer, sheets)
    const answer = parseAnswer(shared ?? pointer, written, sheets)
    if ('problem' in answer) problems.push(`--${name}: ${answer.problem}`)
    else if (shared === null) draft = withAnswer(draft, pointer, answer.value)
    else everyRow.push([shared, answer.value])
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'))
  // `--criteria.0.number 5` names a row by what it says of itself.
  return { draft: draftOf(serviceOf(draft, sheets)), everyRow }
}

/** An option that is given twice counts as it was given last; a list takes all. */
function joined(given: readonly (readonly [string, string])[]): Map<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of given) {
    if (!isField(name)) continue
    const earlier = values.get(name)
    const isList = fieldOf(pointerOfFlag(name))?.type === 'array'
    values.set(name, isList && earlier !== undefined && !rowKeys.has(name) ? `${earlier},${value}` : value)
  }
  return values
}
const isField = (name: string): boolean => name.includes('.') || rowKeys.has(name)

/** `/risks/accepted` leaves out the row: it means them all. */
function sharedPlace(pointer: Pointer): Pointer | null {
  const [list = '', ...rest] = keysOf(pointer)
  const pattern = `/${list}/*${pointerOf(rest)}`
  return rowKeys.has(list) && isLeaf(fields[pattern]) ? pattern : null
}

function checkName(name: string, pointer: Pointer, { rows }: Sheets): void {
  const [list = '', row = ''] = keysOf(pointer)
  if (later.includes(list))
    throw new UsageError(
      `--${name} は利用を始めてからの記録のため、new では書けません。check、confirm、terminate で記録します。`,
    )
  const known = rowKeys.has(list) ? (rows[list] ?? []).map(({ key }) => key) : []
  if (isLeaf(fieldOf(pointer)) && (!rowKeys.has(list) || known.includes(row) || /^\d+$/.test(row))) return
  const options = namesOf(rows).map((option) => `--${option}`)
  const hint = hintAt(name, options, '使えるものは shinsa new --help で見られます。')
  throw new UsageError(`new に --${name} という指定はありません。${hint}`)
}

const namesOf = (rows: Sheets['rows']): string[] =>
  Object.keys(fields)
    .filter((pattern) => isLeaf(fields[pattern]) && !later.includes(keysOf(pattern)[0] ?? ''))
    .flatMap((pattern) => {
      const [list = ''] = keysOf(pattern)
      if (!pattern.includes('*')) return [flagOf(pattern)]
      return ['*', ...(rows[list] ?? []).map(({ key }) => key)].map((key) =>
        flagOf(pattern).replace('.*', key === '*' ? '' : `.${key}`),
      )
    })

/** The rows of a list as YAML: `--risks '[{ id: common-oversight, accepted: true }]'`. */
function rowsIn(name: string, written: string): unknown {
  const { value, faults } = parseSource(name, written)
  const rows = draftOf({ [name]: value })[name]
  if (faults.length === 0 && (isMapping(rows) || Array.isArray(rows))) return rows
  const key = rowKeys.get(name)
  throw new UsageError(`--${name} には '[{ ${key}: …, … }]' の形の一覧を書くか、--${name}.… で1つずつ答えてください。`)
}
