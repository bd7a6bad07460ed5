import type { Assessment } from '../assess.ts'
import type { Filling, FormDocument, FormTables } from '../form/document.ts'
import type { FormTable } from '../form/table.ts'
import type { Service } from '../generated/service.ts'
import { suspensionOf } from '../register/blocks.ts'
import { wordSuspension } from '../register/columns.ts'
import { wordStatus } from '../register/status.ts'
import { label } from '../vocabulary.ts'
import { checklistGroups, type WhichCheck } from './form-checks.ts'
import { detailGroups } from './form-details.ts'
import { fieldGroups } from './form-fields.ts'

/** 様式1 to 様式7 as it is printed: blank, or filled from a service file. */
export function formDocument(
  table: FormTable,
  tables: FormTables,
  filling: Filling | null,
  which: WhichCheck = 'newest',
): FormDocument {
  const { form, title, status, note, when, decision, substitute } = table
  return {
    name: `様式${form}`,
    title,
    isReconstruction: status === 'reconstruction',
    about: [`書く時期：${when}`, ...[decision, substitute].filter((text) => text !== undefined), note],
    origin: filling?.origin ?? null,
    notices: filling === null ? [] : noticesOf(form, filling),
    groups:
      table.items === undefined
        ? [...fieldGroups(table, filling), ...(form < 3 ? detailGroups(form, tables, filling) : [])]
        : checklistGroups(table, filling, which),
  }
}

/** A form on which the use is not applied for, or not checked, is filled all the same. */
function noticesOf(form: number, { assessment, service }: Filling): string[] {
  return [...procedureNotices(form, assessment), ...suspensionNotices(service)]
}

function procedureNotices(form: number, assessment: Assessment): string[] {
  const { outcome, application, checks = [], missing = [] } = assessment
  if (outcome === 'incomplete')
    return [`要否を決める事実が${missing.length}件書かれていないため、使う様式が決まりません。`]
  if (outcome !== 'application')
    return [`この利用は「${label('outcome', outcome)}」で、様式${form}を求められていません。`]
  if (form < 3) return application?.form === form ? [] : [`この利用の申請に使うのは、様式${application?.form}です。`]
  if (form === 3 || checks.some((asked) => asked.form === form)) return []
  return [`この利用の点検に使うのは、${checks.map((asked) => `様式${asked.form}`).join('・')}です。`]
}

/** On every paper of a use that somebody has stopped. */
export function suspensionNotices(service: unknown): string[] {
  const words = wordSuspension({ suspension: suspensionOf(service as Service) })
  return words === null ? [] : [`この利用には、${wordStatus('suspended')}の記録があります（${words}）。`]
}
