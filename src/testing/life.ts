import { stringify } from 'yaml'
import { criteria, form4, form5, form6 } from '../../policies/tables.ts'
import type { Transition } from '../generated/service.ts'
import { blameless, differing } from './blameless.ts'
import type { Difference } from './cases.ts'

/** The same step done wrong: the rule that refuses it, and its section. */
export type Mistake = { name: string; text: string; rule: string; section: string }
/** One commit in the life of a use: the text of its file from then on. */
export type Step = { name: string; transition: Transition; text: string; mistakes: readonly Mistake[] }

/** Where the use lives. */
export const lifeFile = 'services/soumu/iken.yml'

const textOf = (value: unknown): string => stringify(value, { lineWidth: 0 })

type Form = typeof form4 | typeof form5 | typeof form6
const check = ({ form, items }: Form, date: string, omitted = ''): object => ({
  form,
  date,
  by: '主査',
  confirmed: date,
  items: items.filter(({ id }) => id !== omitted).map(({ id }) => ({ id, result: 'yes', evidence: '点検の記録' })),
})
const introduction = check(form4, '2026-06-28')
const operation = check(form5, '2026-07-01')
const yearly = check(form5, '2027-07-01')
const disposal = check(form6, '2028-03-31')
const confirmations = [{ date: '2026-08-03', status: 'in-use' }]

const rows = criteria.rows.filter(({ bodyMandate, number }) => bodyMandate !== '15' && typeof number === 'number')

/** What a step leaves behind, as a difference from the step before. */
const applied = differing(blameless, {
  service: { plan: 'スタンダード' },
  information: {
    kinds: ['personal'],
    description: '意見の本文、氏名、連絡先。',
    subjects: 2500,
    handlers: 12,
    safetyMeasures: '閲覧できる職員を担当の係に限る。',
  },
  criteria: rows.map(({ number }) => ({ number, result: 'met', evidence: '提供者の回答書' })),
})
const introduced = differing(applied, { checks: [introduction] })
const operated = differing(introduced, { checks: [introduction, operation] })
const checked = differing(operated, { checks: [introduction, operation, yearly], confirmations })
const raising: Difference = {
  information: { kinds: ['personal', 'special-care'], description: '意見の本文、氏名、連絡先、障害の有無。' },
  conditions: [{ id: 'sensitive-care', reason: '障害の有無により配慮を行うため。', date: '2027-07-20' }],
}
const secondApplication: Difference = { type: 'renewal', number: 'R9-0034', previous: 'R8-0012', date: '2027-07-15' }
const raised = differing(checked, { ...raising, application: secondApplication })
const lowering: Difference = {
  information: {
    kinds: [],
    description: '意見の本文。氏名は集めない。',
    subjects: null,
    handlers: null,
    safetyMeasures: null,
  },
  conditions: null,
  criteria: null,
  application: { type: 'renewal', number: 'R9-0120', previous: 'R9-0034', date: '2028-03-01' },
}
const lowered = differing(raised, { ...lowering, checks: [introduction, operation, yearly, disposal] })
const ending: Difference = { date: '2029-03-31', reported: '2029-04-02', reason: 'work-ended', reportedBy: 'form3' }
const ended = differing(lowered, { termination: { ...ending, data: { exported: true, deleted: true } } })

const mistake = (name: string, value: unknown, rule: string): Mistake => ({
  name,
  text: textOf(value),
  rule,
  section: String(Number.parseInt(rule, 10)),
})

/** From the application to the end, each step on top of the one before. */
export const life: readonly Step[] = [
  {
    name: '新規の申請',
    transition: 'new',
    text: textOf(applied),
    mistakes: [mistake('許可の前に様式4を書く', introduced, '09-procedure/new')],
  },
  {
    name: '様式4の点検',
    transition: 'check',
    text: textOf(introduced),
    mistakes: [
      mistake(
        '項目を一つ飛ばす',
        differing(applied, { checks: [check(form4, '2026-06-28', 'f4-01')] }),
        '10-introduction/checklist',
      ),
      mistake('様式5から始める', differing(applied, { checks: [operation] }), '11-operation/after-introduction'),
    ],
  },
  {
    name: '様式5の点検',
    transition: 'check',
    text: textOf(operated),
    mistakes: [
      mistake(
        '項目を一つ飛ばす',
        differing(introduced, { checks: [introduction, check(form5, '2026-07-01', 'f5-01')] }),
        '11-operation/checklist',
      ),
    ],
  },
  {
    name: '1年後の点検',
    transition: 'check',
    text: textOf(checked),
    mistakes: [
      mistake(
        '前の年の記録を書き換える',
        differing(operated, { checks: [introduction, yearly] }),
        '14-monitoring/append-only',
      ),
      mistake(
        '前の年の記録を消す',
        differing(operated, { checks: [introduction], confirmations }),
        '14-monitoring/append-only',
      ),
    ],
  },
  {
    name: '要配慮個人情報を加える更改',
    transition: 'renewal',
    text: textOf(raised),
    mistakes: [
      mistake('新規の申請のままにする', differing(checked, raising), '09-procedure/renewal'),
      mistake(
        '前回の申請番号を書かない',
        differing(checked, { ...raising, application: { ...secondApplication, previous: null } }),
        '09-procedure/previous-application',
      ),
    ],
  },
  {
    name: '重要情報をやめる更改と様式6',
    transition: 'renewal',
    text: textOf(lowered),
    mistakes: [mistake('様式6を書かない', differing(raised, lowering), '12-disposal/class-lowered')],
  },
  {
    name: '終了の届出',
    transition: 'termination',
    text: textOf(ended),
    mistakes: [
      mistake('情報の取扱いを書かない', differing(lowered, { termination: ending }), '12-disposal/termination'),
      mistake('同時にプランを変える', differing(ended, { service: { plan: '上位' } }), '09-procedure/transition-mix'),
    ],
  },
]

/** Another end: straight from the handling of important information, with 様式6 and 終了 in one step. */
export const otherEnd: { before: string; step: Step } = {
  before: textOf(raised),
  step: {
    name: '様式6と終了の届出',
    transition: 'termination',
    text: textOf(
      differing(raised, {
        checks: [introduction, operation, yearly, disposal],
        termination: { ...ending, date: '2028-03-31', reported: '2028-04-02', data: { note: '保存なし' } },
      }),
    ),
    mistakes: [
      mistake(
        '様式6を書かない',
        differing(raised, { termination: { ...ending, data: { note: '保存なし' } } }),
        '12-disposal/before-termination',
      ),
      mistake(
        '様式6だけを先に書く',
        differing(raised, { checks: [introduction, operation, yearly, disposal] }),
        '12-disposal/with-termination',
      ),
    ],
  },
}
