import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { departments, exemptions, knownServices } from '../../policies/tables.ts'
import { answerAt } from '../../src/draft/completion.ts'
import { type Draft, withAnswer } from '../../src/draft/draft.ts'
import { findDepartments } from '../../src/draft/known.ts'
import { knownAnswers } from '../../src/draft/known-answers.ts'
import { isMapping } from '../../src/draft/mapping.ts'
import { flagOf, titleOf } from '../../src/draft/places.ts'
import { nextQuestions } from '../../src/draft/questions.ts'
import { valueLabel } from '../../src/fields.ts'
import { keysOf, type Pointer } from '../../src/pointer.ts'
import { label } from '../../src/vocabulary.ts'

/** What was filled in without having been asked for, said in sentences. */
export type Filled = { draft: Draft; notes: string[] }

const { services } = knownServices

/** A service that the guideline names brings its provider, class, category and, where its row says so, its exemption. */
export function fillKnownService(draft: Draft): Filled {
  const {
    draft: filled,
    answers,
    known,
  } = knownAnswers(draft, { policies, sheets, services, exemptions: exemptions.rows })
  if (known === undefined || answers.length === 0) return { draft: filled, notes: [] }
  const told = [
    `「${known.name}」について知られている次の答えを使います（違うときは、そのオプションで答えてください）。`,
    ...answers.map(
      ([pointer, value]) => `  --${flagOf(pointer)}  ${titleOf(pointer, sheets)}: ${valueLabel(pointer, value)}`,
    ),
  ]
  return {
    draft: filled,
    notes: [...told, ...(known.note === undefined ? [] : [known.note]), ...hintOf(known.exemption, filled)],
  }
}

const hintOf = (exemption: string | null | undefined, filled: Draft): string[] =>
  exemption == null || answerAt(filled, '/use/exemption') !== undefined
    ? []
    : [`「${label('exemption', exemption)}」に当たるなら、--use.exemption ${exemption} を付けます。`]

/** The department by its folder or by its name, as it is called on that day. */
export function findDepartment(written: string, day: string): { slug: string; name: string } | undefined {
  const found = findDepartments(written, departments.departments, day)
  return found.length === 1 ? found[0] : undefined
}

export const departmentNames = (day: string): string[] =>
  departments.departments
    .filter(({ from, to }) => from <= day && (to === null || day <= to))
    .map(({ slug, name }) => `${slug}（${name}）`)

/** The same answer in every row that is asked for and says nothing else. */
export function fillRows(start: Draft, everyRow: readonly (readonly [Pointer, unknown])[]): Draft {
  if (everyRow.length === 0) return start
  let draft = start
  for (;;) {
    const before = draft
    const rows = new Set(
      [...nextQuestions(draft, policies, sheets).questions.map(({ pointer }) => pointer), ...rowsIn(draft)].map(rowOf),
    )
    for (const row of rows)
      for (const [pattern, value] of everyRow) {
        const [list = '', , ...rest] = keysOf(pattern)
        const pointer = `${row}/${rest.join('/')}`
        if (row.startsWith(`/${list}/`) && answerAt(draft, pointer) === undefined)
          draft = withAnswer(draft, pointer, value)
      }
    if (draft === before) return draft
  }
}
const rowOf = (pointer: Pointer): Pointer => pointer.split('/').slice(0, 3).join('/')
const rowsIn = (draft: Draft): Pointer[] =>
  Object.keys(sheets.rows).flatMap((list) => {
    const rows = draft[list]
    return isMapping(rows) ? Object.keys(rows).map((key) => `/${list}/${key}`) : []
  })
