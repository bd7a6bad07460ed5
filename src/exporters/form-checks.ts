import type { CheckItem } from '../explain/knowledge.ts'
import { valueAt } from '../facts.ts'
import { fieldAt } from '../fields.ts'
import { cellAt } from '../form/cells.ts'
import type { Filling, FormGroup, FormRow } from '../form/document.ts'
import { type Entry, entriesAt } from '../form/entries.ts'
import { plain } from '../form/script.ts'
import type { FormTable } from '../form/table.ts'
import { valueIn, wordDate } from '../form/values.ts'
import { idsOf, label } from '../vocabulary.ts'

/** The newest check by the form, the n-th (the oldest is 1), or the one that is still to be made. */
export type WhichCheck = 'newest' | 'next' | number

/** The checks by one form, the oldest first. */
export function checksBy(form: number, service: unknown): Entry[] {
  const checks = entriesAt(service, '/checks').filter((check) => check.form === form)
  const dayOf = ({ date }: Entry): string => (typeof date === 'string' ? date : '')
  return checks.sort((one, other) => Number(dayOf(one) > dayOf(other)) - Number(dayOf(one) < dayOf(other)))
}

/** A checklist: whose use, who checked, and each item with its result and the one before. */
export function checklistGroups(table: FormTable, filling: Filling | null, which: WhichCheck): FormGroup[] {
  const checks = checksBy(table.form, filling?.service)
  const position = { newest: Math.max(checks.length - 1, 0), next: checks.length }
  const index = typeof which === 'number' ? which - 1 : position[which]
  const [check, last] = [checks[index], checks[index - 1]]
  const isOpen = filling === null || which === 'next'
  const items = table.items ?? []
  const lastDay = typeof last?.date === 'string' ? `　${wordDate(last.date)}` : ''
  return [
    { title: '点検する利用', columns: ['項目', '記入'], rows: useRows(filling) },
    { title: '点検', columns: ['項目', '記入'], rows: checkRows(check, isOpen) },
    {
      title: '点検項目',
      columns: ['項目', '結果・根拠・備考', `前回の結果${lastDay}`],
      isList: true,
      rows: items.map((item, position) => itemRow(item, position + 1, check, last, isOpen)),
    },
  ]
}

const usePlaces = ['/service/name', '/service/provider/name', '/department/name', '/department/manager']
const useRows = (filling: Filling | null): FormRow[] =>
  usePlaces.map((at) => given(at, valueAt(filling?.service, at), filling === null, null))

const checkKeys = ['date', 'by', 'confirmed']
const checkRows = (check: Entry | undefined, isOpen: boolean): FormRow[] =>
  checkKeys.map((key) => given(`/checks/0/${key}`, check?.[key], isOpen, key))

const given = (at: string, found: unknown, open: boolean, name: string | null): FormRow => {
  const value = found === undefined || found === null ? null : valueIn(plain, at, found)
  const missing = !open && value === null
  const cells = [cellAt(at, found, name)]
  return { label: fieldAt(at)?.title ?? at, hint: null, need: 'required', choices: [], value, missing, open, cells }
}

function itemRow(
  { id, text, evidence, condition, certainty }: CheckItem,
  number: number,
  check: Entry | undefined,
  last: Entry | undefined,
  open: boolean,
): FormRow {
  const entry = itemIn(id, check)
  const value = wordItem(entry)
  return {
    label: `${number}　${text}`,
    hint: [
      ...(certainty === 'stated' ? ['本文に書かれている'] : []),
      ...(condition === undefined ? [] : [`${condition}に限る`]),
      `確かめるもの：${evidence}`,
    ].join('。'),
    need: condition === undefined ? 'required' : 'conditional',
    choices: idsOf('checkResult').map((result) => label('checkResult', result)),
    value,
    last: wordItem(itemIn(id, last)),
    missing: !open && value === null,
    open,
    cells: ['result', ...Object.keys(itemKeys)].map((key) =>
      cellAt(`/checks/0/items/0/${key}`, entry?.[key], key === 'result' ? id : `${id}.${key}`),
    ),
  }
}

const itemIn = (id: string, check: Entry | undefined): Entry | undefined =>
  entriesAt(check, '/items').find((one) => one.id === id)

function wordItem(item: Entry | undefined): string | null {
  if (item === undefined || typeof item.result !== 'string') return null
  const lines = Object.entries(itemKeys).flatMap(([key, name]) =>
    typeof item[key] === 'string' ? [`${name}：${item[key]}`] : [],
  )
  return [label('checkResult', item.result), ...lines].join('\n')
}

const itemKeys = { evidence: '根拠', note: '備考' }
