import { readFileSync } from 'node:fs'
import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { departments } from '../../policies/tables.ts'
import type { Desk } from '../intake/desk.ts'
import { type Form, type Kind, kinds, readForm } from '../intake/form.ts'

export const formText = (kind: string): string => readFileSync(`.github/ISSUE_TEMPLATE/${kind}.yml`, 'utf8')
export const forms: readonly Form[] = kinds.map((kind) => readForm(kind, formText(kind)))
export const formOf = (kind: Kind): Form => forms.find((form) => form.kind === kind)!

/** The text that GitHub makes of a form filled in with these answers, by the ids of the fields. */
export const filled = (kind: Kind, answers: Readonly<Record<string, string>>): string =>
  formOf(kind)
    .fields.map(({ id, label }) => `### ${label}\n\n${answers[id] ?? '_No response_'}`)
    .join('\n\n')

export const desk: Desk = { policies, sheets, departments: departments.departments, day: '2026-06-01', number: 12 }

/** A small use without important information, complete. */
export const plainAnswers: Readonly<Record<string, string>> = {
  'service-name': '意見募集フォーム',
  'service-provider-name': '株式会社例示',
  'service-provider-corporateNumber': '7-1234-5678-9012',
  'service-category': 'オンラインアンケート',
  'service-class': 'クラウドサービス（インターネット）',
  'service-model': 'SaaS（ソフトウェアまで）',
  'service-pricing': '無料',
  'department-name': '総務課',
  'department-manager': '総務課長',
  'department-contact': '庶務係 内線 1234',
  'use-purpose': '区民の意見を集める。\n\n年に4回、行う。',
  'use-scope': '意見募集の受付と集計。',
  'use-networks': '個別・インターネット系',
  'use-period-start': '令和8年7月1日',
  'use-places': '庁内',
  'use-lines': '庁内回線',
  'use-devices': '支給端末',
  'use-users': '12人',
  'use-generativeAi': 'いいえ',
  'information-kinds': '重要情報なし',
  'information-description': '意見の本文。氏名は集めない。',
  'information-safetyMeasures': '氏名を書く欄を設けない。',
  'contract-form': '約款・規約への同意',
  'contract-start': '2026-07-01',
  'contract-terms-confirmed': '2026-05-10',
  'risks-accepted': 'はい',
}
export const paperHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
