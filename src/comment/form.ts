import { answerTo, type Lists } from '../form/answers.ts'
import type { ExaminedFile } from '../gate/types.ts'
import type { Service } from '../generated/service.ts'
import { label } from '../vocabulary.ts'
import { excerpt, row, sentence, tableHead } from './escape.ts'
import type { Guideline, Sheet } from './guideline.ts'
import { folded, type Part, table } from './parts.ts'
import { wordPlace } from './places.ts'
import { markdown, nothing, wordValue } from './values.ts'

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
    const value = answerTo(field, service, markdown, listsOf(service, guideline))
    if (which === 'filled' && value === null) return []
    const heading = field.group === group || field.group === undefined ? [] : [row([`**${field.group}**`, ''])]
    group = field.group
    const missing = field.need === 'required' ? '**未記入**' : (unrecorded[field.id] ?? nothing)
    return [...heading, row([sentence(field.label), value ?? missing])]
  })
}

const unrecorded: Readonly<Record<string, string>> = { form6Result: '記録なし' }

/** Lists which the form has in one field. */
const listsOf = (service: Service, guideline: Guideline): Lists => ({
  '/conditions': () =>
    (service.conditions ?? [])
      .map(({ id, reason, date }) =>
        [
          label('condition', id),
          reason === undefined ? '理由の記載なし' : excerpt(reason),
          wordValue('/conditions/0/date', date),
        ].join('：'),
      )
      .join('<br>'),
  '/risks': () =>
    (service.risks ?? [])
      .map(({ accepted, note }, index) => {
        const name = wordPlace(`/risks/${index}`, service, guideline).split(' › ').at(-1)
        return `${name}：${accepted ? '許容する' : '**許容しない**'}${note === undefined ? '' : ` ${excerpt(note, 100)}`}`
      })
      .join('<br>'),
  '/criteria': () => wordCriteria(service, guideline),
})

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
