import type { Assessment } from './assess.ts'
import type { CheckForm, CriterionNumber } from './rule.ts'
import { label } from './vocabulary.ts'

/** What stands in the left column, and what stands beside it, line by line. */
export type Row = [heading: string, ...lines: string[]]

const indent = '  '

/** What has to be done from here to the end of the use, in words; nothing where the answer is open or no. */
export function stepsAhead(assessment: Assessment): Row[] {
  switch (assessment.outcome) {
    case 'out-of-scope':
      return [['出すもの', '本ガイドラインの手続きはいりません。適用される規程の手続きに従います。']]
    case 'exempt':
      return [
        ...wordConditions(assessment),
        ['出すもの', '利用申請はいりません。'],
        ['続けること', '接続元などの定めを守り、外部サービス管理者が利用状況を定期的に確認します。'],
      ]
    case 'application':
      return [...wordConditions(assessment), ...application(assessment)]
    default:
      return []
  }
}

const wordConditions = ({ conditions, outcome }: Assessment): Row[] => {
  if (conditions.length === 0) return []
  const who = outcome === 'exempt' ? '申請はいりませんが、判断の記録を残します。' : '情報政策課が、審査で判断します。'
  return [['条件', ...conditions.map((id) => `${label('condition', id)}（${id}）`), who]]
}

function application(assessment: Assessment): Row[] {
  const { application: asked, termination, criteria, measures = [] } = assessment
  const { form = 1, informatizationPlan = false } = asked ?? {}
  const { required = [], judged = [] } = criteria ?? {}
  return [
    [
      '出すもの',
      `様式${form}`,
      `情報化企画書: ${informatizationPlan ? `要（様式${form}と同時に申請し、可否決定が許可に代わります）` : '不要'}`,
      ...(required.length + judged.length === 0 ? [] : wordCriteria(required, judged)),
      ...(measures.length === 0 ? [] : [`ガバメントクラウドの対策の記録: ${measures.length}件（${ranges(measures)}）`]),
    ],
    [
      '流れ',
      roadAhead(assessment)
        .map(({ what }) => what)
        .join(' → '),
    ],
    [
      '終わるとき',
      termination?.surveyMayReplace === true
        ? '様式3で報告します。台帳調査への回答で代えられます。'
        : '様式3で報告します。台帳調査への回答では代えられません。',
    ],
  ]
}

const wordCriteria = (required: readonly CriterionNumber[], judged: readonly CriterionNumber[]): string[] => [
  `別表の確認結果: ${required.length + judged.length}行`,
  `${indent}必須 ${required.length}行（${ranges(required)}）は、必ず満たします。`,
  `${indent}判断 ${judged.length}行（${ranges(judged)}）は、要否を判断します。`,
]

/** 3–31 for what follows without a gap. */
function ranges(numbers: readonly CriterionNumber[]): string {
  const runs: CriterionNumber[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run !== undefined && typeof number === 'number' && run.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}〜${run.at(-1)}` : run.join('、'))).join('、')
}

/** One step on the way of a use: what is done, who does it, by which section, and the form that is written. */
export type Milestone = { what: string; who: string; section: string; form: number | null }

const department = '利用する課'

/** The way from the application to the end; nothing where no application is needed. */
export function roadAhead({ application: asked, checks = [] }: Assessment): Milestone[] {
  if (asked === undefined) return []
  const { form, informatizationPlan } = asked
  return [
    ...(informatizationPlan ? withPlan(form) : withoutPlan(form)),
    ...checks.map((check) => ({
      what: wordCheck(check),
      who: check.form === 4 || check.form === 5 ? `${department}（提供者と連携）` : department,
      section: sectionOf[check.form],
      form: check.form,
    })),
    { what: '終わったら様式3', who: department, section: '9', form: 3 },
  ]
}

const withPlan = (form: number): Milestone[] => [
  { what: `様式${form}と情報化企画書の申請`, who: department, section: '9', form },
  { what: '可否決定', who: '区（情報化企画の手続き）', section: '9', form: null },
  { what: '契約', who: department, section: '8', form: null },
]
const withoutPlan = (form: number): Milestone[] => [
  { what: `様式${form}の申請`, who: department, section: '9', form },
  { what: '情報政策課の審査', who: '情報政策課', section: '9', form: null },
  { what: '許可', who: '情報政策課', section: '9', form: null },
]

const sectionOf = { 4: '10', 5: '11', 6: '12', 7: '13' } as const

const wordCheck = ({ form, when }: CheckForm): string => {
  if (when === 'operation') return form === 5 ? '運用開始時と年1回程度に様式5' : `年1回程度に様式${form}`
  return `${when === 'introduction' ? '導入・構築時' : '利用終了時'}に様式${form}`
}
