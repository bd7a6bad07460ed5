import { policies } from '../../../policies/index.ts'
import { sheets } from '../../../policies/sheets.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { rowKeys } from '../../../src/draft/draft.ts'
import { isMapping } from '../../../src/draft/mapping.ts'
import { fieldOf, inOrder, isLeaf } from '../../../src/draft/places.ts'
import type { Question } from '../../../src/draft/questions.ts'
import { fields } from '../../../src/generated/fields.ts'
import { keysOf, type Pointer } from '../../../src/pointer.ts'
import type { Found } from './judged.ts'
import { form6Answers, shapeOf } from './records.ts'
import type { Work } from './work.ts'

/** One page of the application. */
export type Section = {
  id: string
  title: string
  blocks: readonly string[]
  /** Fields with one answer each, in order; rows of lists are below `rows`. */
  fields: readonly Pointer[]
  /** Rows of lists, `/risks/common-oversight`, in the order of their tables. */
  rows: readonly Pointer[]
  /** How many answers are missing without which there is no file, and how many findings are to be mended. */
  missing: number
  wrong: number
}

const pages = [
  { id: 'service', title: 'サービスと提供者', blocks: ['service'] },
  { id: 'department', title: '利用する課', blocks: ['department'] },
  { id: 'use', title: '使い方', blocks: ['use'] },
  { id: 'information', title: '取り扱う情報', blocks: ['information'] },
  { id: 'application', title: '申請と契約', blocks: ['application', 'conditions', 'contract'] },
  { id: 'risks', title: 'リスクの検討', blocks: ['risks'] },
  { id: 'criteria', title: '別表の確認', blocks: ['criteria'] },
  { id: 'measures', title: 'ガバメントクラウドの対策', blocks: ['governmentCloud'] },
  { id: 'check', title: '様式6の点検', blocks: ['check'] },
] as const

/** What is not for whoever applies to write: what is asked on the first step, and what 情報政策課 writes. */
const elsewhere = ({ task }: Work, pointer: Pointer): boolean =>
  pointer in policies.questions ||
  pointer === '/application/number' ||
  (task === 'new' && pointer === '/application/type') ||
  /^\/application\/(permittedBefore|entry)\//.test(pointer)

/** The pages of an application that have something to ask, in the order of the file. */
export function sectionsOf(work: Work, questions: readonly Question[], found: readonly Found[]): Section[] {
  const asked = questions.filter(({ pointer }) => !elsewhere(work, pointer))
  const shown = inFile([...asked.map(({ pointer }) => pointer), ...writtenFields(work), ...form6Answers(work)], work)
  const rows = inFile(
    [
      ...asked
        .map(({ pointer }) => pointer)
        .filter(isRow)
        .map(rowOf),
      ...writtenRows(work),
    ],
    work,
  )
  return pages.flatMap((page) => {
    const isHere = (pointer: Pointer): boolean => (page.blocks as readonly string[]).includes(keysOf(pointer)[0] ?? '')
    const section = {
      ...page,
      fields: shown.filter((pointer) => isHere(pointer) && !isRow(pointer)),
      rows: rows.filter(isHere),
      missing: asked.filter(({ need, pointer }) => need === 'required' && isHere(pointer)).length,
      wrong: found.filter(({ place, verdict }) => verdict === 'violation' && isHere(place) && isWritten(work, place))
        .length,
    }
    return section.fields.length + section.rows.length === 0 ? [] : [section]
  })
}

const inFile = (pointers: readonly Pointer[], work: Work): Pointer[] =>
  [...new Set(pointers)].filter((pointer) => !elsewhere(work, pointer)).sort(inOrder(sheets))

const isRow = (pointer: Pointer): boolean => rowKeys.has(keysOf(pointer)[0] ?? '')
const rowOf = (pointer: Pointer): Pointer => pointer.split('/').slice(0, 3).join('/')

/** Every field that has an answer, or that somebody has begun to answer. */
const writtenFields = (work: Work): Pointer[] => [
  ...Object.keys(fields).filter(
    (pointer) => isLeaf(fields[pointer]) && !pointer.includes('*') && answerAt(work.draft, pointer) !== undefined,
  ),
  ...[...Object.keys(work.typed), ...work.touched].filter((pointer) => isLeaf(fieldOf(pointer)) && !isRow(pointer)),
]

const writtenRows = ({ draft }: Work): Pointer[] =>
  [...rowKeys.keys()].flatMap((list) => {
    const rows = draft[list]
    return isMapping(rows) ? Object.keys(rows).map((key) => `/${list}/${key}`) : []
  })

/** What is at fault in an answer, and not only that there is none yet. */
export const isWritten = ({ draft, typed }: Pick<Work, 'draft' | 'typed'>, place: Pointer): boolean =>
  place in typed || (isLeaf(shapeOf(place)) && answerAt(draft, place) !== undefined)
