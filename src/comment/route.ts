import type { Assessment } from '../assess.ts'
import type { ExaminedFile } from '../gate/types.ts'
import type { Service } from '../generated/service.ts'
import { wordStatus } from '../register/status.ts'
import { label } from '../vocabulary.ts'
import { excerpt, inline, row, sentence, tableHead } from './escape.ts'
import { cite, type Guideline, titleOf } from './guideline.ts'
import { folded, type Part, table } from './parts.ts'
import { wordDate, wordValue } from './values.ts'

/** What the guideline asks of the use, step by step. */
export function route({ after, afterAssessment, transition }: ExaminedFile, guideline: Guideline): Part[] {
  if (afterAssessment === null) return []
  const rows = [
    ['要否', outcome(afterAssessment, guideline)],
    ...conditions(afterAssessment),
    ...steps(afterAssessment),
    ...suspension(after),
    ...origins(after?.application),
  ].map(row)
  const heading = tableHead(['項目', 'ガイドラインから決まること'])
  // A record or a correction goes through no procedure of its own.
  if (!['new', 'renewal'].includes(transition)) return [folded('この利用の手続き', table('手続き', 10, heading, rows))]
  return [table('手続き', 10, `### 手続き\n\n${heading}`, rows)]
}

function outcome({ outcome: id, because }: Assessment, guideline: Guideline): string {
  const rules = because.map(({ rule, section }) => `${sentence(titleOf(rule, guideline) ?? rule)}（${cite(section)}）`)
  return [`**${label('outcome', id)}**`, ...rules].join('<br>')
}

/** That a use is stopped stays in force whatever is applied for. */
const suspension = (after: ExaminedFile['after']): string[][] =>
  after?.suspension === undefined
    ? []
    : [[`**${wordStatus('suspended')}**`, wordValue('/suspension', after.suspension)]]

const conditions = ({ conditions: all }: Assessment): string[][] =>
  all.length === 0 ? [] : [['条件', all.map((id) => label('condition', id)).join('、')]]

function steps(assessment: Assessment): string[][] {
  const { application, criteria, measures = [], checks = [], termination } = assessment
  if (application === undefined) return []
  const plan = application.informatizationPlan ? '必要（可否決定が許可に代わる）' : '不要'
  return [
    ['様式', `様式${application.form}`],
    ['情報化企画', plan],
    ...(criteria === undefined || criteria.required.length + criteria.judged.length === 0
      ? []
      : [['別表', `必須 ${criteria.required.length}行、判断 ${criteria.judged.length}行`]]),
    ...(measures.length === 0 ? [] : [['ガバメントクラウドの対策', `${measures.length}件`]]),
    ['点検', checks.map(({ form, when }) => `${stages[when]} 様式${form}`).join(' → ')],
    ['終了', `様式3${termination?.surveyMayReplace ? '（台帳調査への回答で代えられる）' : ''}`],
  ]
}

const stages = { introduction: '導入・構築時', operation: '運用中（年1回程度）', termination: '終了時' } as const

/** Papers behind the file, which a reviewer compares it with. */
function origins(application: Service['application']): string[][] {
  const before = application?.permittedBefore
  const entry = application?.entry
  const permitted = before && [
    wordDate(before.date),
    ...(before.number === undefined ? [] : [excerpt(before.number, 40)]),
  ]
  const hash = entry?.sha256 === undefined ? '**記載なし**' : inline(entry.sha256)
  return [
    ...(permitted === undefined ? [] : [['以前の許可', permitted.join(' ')]]),
    ...(entry?.by === 'it-section' ? [['代理登録', `元の申請書のSHA-256 ${hash}`]] : []),
  ]
}
