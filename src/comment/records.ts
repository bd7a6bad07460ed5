import { checkIn } from '../form/answers.ts'
import type { ExaminedFile } from '../gate/types.ts'
import type { Service } from '../generated/service.ts'
import { label } from '../vocabulary.ts'
import { excerpt, row, sentence, tableHead } from './escape.ts'
import type { Guideline } from './guideline.ts'
import { folded, type Part, table } from './parts.ts'
import { markdown, nothing } from './values.ts'

type Check = NonNullable<Service['checks']>[number]

/** 様式5・2026-07-01（令和8年7月1日）<br>実施済み 14・一部実施 1 */
export const wordCheck = (check: Check): string => checkIn(markdown, check)

/** The records that a change adds: their items which are not simply done. */
export function addedChecks({ before, after }: ExaminedFile, { forms }: Guideline): Part[] {
  const added = after?.checks?.slice(before?.checks?.length ?? 0) ?? []
  return added.flatMap((check) => {
    const items = new Map(forms.find(({ form }) => form === check.form)?.items?.map(({ id, text }) => [id, text]))
    const rows = check.items
      .filter(({ result }) => result !== 'yes')
      .map(({ id, result, note }) =>
        row([
          items.has(id) ? sentence(items.get(id)!) : excerpt(id, 40),
          label('checkResult', result),
          note === undefined ? nothing : excerpt(note),
        ]),
      )
    const title = `様式${check.form}の点検（${check.items.length}項目、うち実施済みでないもの ${rows.length}件）`
    if (rows.length === 0) return []
    return [folded(title, table(`様式${check.form}の点検`, 9, tableHead(['点検項目', '結果', '備考']), rows))]
  })
}
