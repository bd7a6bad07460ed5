import type { FormField } from '../explain/knowledge.ts'
import { valueAt } from '../facts.ts'
import { fieldAt } from '../fields.ts'
import type { ExaminedFile } from '../gate/types.ts'
import type { Service } from '../generated/service.ts'
import { label } from '../vocabulary.ts'
import { excerpt, row, sentence, tableHead } from './escape.ts'
import type { Guideline, Sheet } from './guideline.ts'
import { folded, type Part, table } from './parts.ts'
import { wordPlace } from './places.ts'
import { wordCheck } from './records.ts'
import { nothing, wordValue } from './values.ts'

/** The application as the form it is; a use that needs none is shown on 様式2, as far as it is filled in. */
export function formPart({ after, afterAssessment, transition }: ExaminedFile, guideline: Guideline): Part[] {
  if (after === null || afterAssessment === null) return []
  const isEnding = transition === 'termination'
  const asked = isEnding ? 3 : afterAssessment.application?.form
  const form = guideline.forms.find((one) => one.form === (asked ?? 2))
  if (form === undefined) return []
  const rows = rowsOf(form, after, guideline, asked === undefined ? 'filled' : 'all')
  const title = asked === undefined ? '書かれている内容' : `様式${asked}　${form.title}`
  const note = asked !== undefined && form.status === 'reconstruction' ? '（参考様式・再構成）' : ''
  return [folded(`${title}${note}`, table('様式', 11, tableHead(['項目', '内容']), rows))]
}

function rowsOf(form: Sheet, service: Service, guideline: Guideline, which: 'all' | 'filled'): string[] {
  let group: string | undefined
  return (form.fields ?? []).flatMap((field) => {
    const value = wordField(field, service, guideline)
    if (which === 'filled' && value === null) return []
    const heading = field.group === group || field.group === undefined ? [] : [row([`**${field.group}**`, ''])]
    group = field.group
    const missing = field.need === 'required' ? '**未記入**' : nothing
    return [...heading, row([sentence(field.label), value ?? missing])]
  })
}

function wordField({ id, place }: FormField, service: Service, guideline: Guideline): string | null {
  const places = typeof place === 'string' ? [place] : place
  if (places.includes('derived')) return derived[id]?.(service) ?? null
  const words = places.flatMap((pointer) => {
    const value = valueAt(service, pointer)
    if (value === undefined) return []
    const word = Object.hasOwn(lists, pointer) ? lists[pointer]!(service, guideline) : wordValue(pointer, value)
    return [places.length === 1 ? word : `${fieldAt(pointer)?.title}：${word}`]
  })
  return words.length === 0 ? null : words.join('<br>')
}

const derived: Readonly<Record<string, (service: Service) => string>> = {
  noImportantInformation: ({ information }) =>
    information.kinds.length === 0 ? '重要情報を扱いません' : '重要情報を扱います',
  handledImportantInformation: ({ information }) => (information.kinds.length === 0 ? 'なし' : 'あり'),
  form6Result: ({ checks = [] }) => {
    const last = checks.findLast(({ form }) => form === 6)
    return last === undefined ? '記録なし' : wordCheck(last)
  },
}

type Wording = (service: Service, guideline: Guideline) => string

/** Lists which the form has in one field. */
const lists: Readonly<Record<string, Wording>> = {
  '/conditions': ({ conditions = [] }) =>
    conditions
      .map(({ id, reason, date }) =>
        [
          label('condition', id),
          reason === undefined ? '理由の記載なし' : excerpt(reason),
          wordValue('/conditions/0/date', date),
        ].join('：'),
      )
      .join('<br>'),
  '/risks': (service, guideline) =>
    (service.risks ?? [])
      .map(({ accepted, note }, index) => {
        const name = wordPlace(`/risks/${index}`, service, guideline).split(' › ').at(-1)
        return `${name}：${accepted ? '許容する' : '**許容しない**'}${note === undefined ? '' : ` ${excerpt(note, 100)}`}`
      })
      .join('<br>'),
  '/criteria': (service, guideline) => wordCriteria(service, guideline),
}

/** How many of each result, and those which are not met. */
function wordCriteria(service: Service, guideline: Guideline): string {
  const all = service.criteria ?? []
  const counts = (['met', 'unmet', 'not-applicable'] as const)
    .map((id) => `${label('criterionResult', id)} ${all.filter(({ result }) => result === id).length}`)
    .join('・')
  const others = all.flatMap(({ result, reason }, index) => {
    if (result === 'met') return []
    const name = wordPlace(`/criteria/${index}`, service, guideline).split(' › ').at(-1)
    return [
      `${name}：${label('criterionResult', result)} ${reason === undefined ? '理由の記載なし' : excerpt(reason, 100)}`,
    ]
  })
  return [counts, ...others].join('<br>')
}
