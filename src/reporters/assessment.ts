import type { Answer } from '../answer.ts'
import type { Assessment } from '../assess.ts'
import type { Counterfactual } from '../counterfactual.ts'
import { fieldAt, pathOf, valueLabel } from '../fields.ts'
import { domains } from '../generated/domains.ts'
import type { Pointer } from '../pointer.ts'
import type { CheckForm, CriterionNumber, Outcome, Policies } from '../rule.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'
import { padded } from './columns.ts'
import { coloured, plain, type Style } from './style.ts'
import { visible } from './visible.ts'
import { explainCommand, wordSection } from './words.ts'
import { wrap } from './wrap.ts'

type Screen = { width: number; colour: boolean }
/** What stands in the left column, and what stands beside it, line by line. */
type Row = [heading: string, ...lines: string[]]

const indent = '  '
const headingWidth = 10

/** What the guideline says about each use, in words. */
export function renderAssessment(uses: readonly Answer[], policies: Policies, { width, colour }: Screen): string {
  const style = colour ? coloured : plain
  const answers = uses.map((use) => renderUse(use, policies, width, style))
  return [...answers, ...summary(uses, style)].join('\n')
}

function renderUse(use: Answer, policies: Policies, width: number, style: Style): string {
  const { outcome } = use.assessment
  const rows: Row[] = [
    ['結論', style(tones[outcome], label('outcome', outcome))],
    ...wordReasons(use, policies),
    ...parts[outcome](use, policies),
  ]
  const lines = rows.flatMap((row) => renderRow(row, width, style))
  return [style('strong', wordFile(use.file)), ...lines, ''].join('\n')
}

const wordFile = (file: string): string => (file === '-' ? '渡された内容' : visible(file))

const tones = {
  'out-of-scope': 'advice',
  prohibited: 'violation',
  exempt: 'good',
  application: 'strong',
  incomplete: 'judgement',
} as const satisfies Record<Assessment['outcome'], string>

function renderRow([heading, ...lines]: Row, width: number, style: Style): string[] {
  const margin = indent.length + headingWidth + indent.length
  const shown = lines.flatMap((line) => {
    const inner = /^ *(- )?/.exec(line)![0]
    const texts = wrap(line.slice(inner.length), Math.max(20, width - margin - inner.length))
    return texts.map((text, index) => (index === 0 ? inner : ' '.repeat(inner.length)) + text)
  })
  return shown.map((line, index) => {
    const name = padded(index === 0 ? heading : '', headingWidth)
    return `${indent}${index === 0 ? style('faint', name) : name}${indent}${line}`
  })
}

/** The rules behind the answer, each with its sentences; a plain application has none. */
function wordReasons({ assessment, reasons }: Answer, { rules }: Policies): Row[] {
  if (reasons.length === 0)
    return assessment.outcome === 'application' ? [['理由', '対象外・利用不可・申請不要のどれにも当たりません。']] : []
  const lines = reasons.flatMap(({ rule, section, findings }) => [
    `${rules[rule]?.title ?? rule}（${wordSection(section)}）`,
    ...findings.map(({ message }) => indent + visible(message)),
  ])
  return [['理由', ...lines]]
}

const wordConditions = ({ assessment: { conditions, outcome } }: Answer): Row[] => {
  if (conditions.length === 0) return []
  const who = outcome === 'exempt' ? '申請はいりませんが、判断の記録を残します。' : '情報政策課が、審査で判断します。'
  return [['条件', ...conditions.map((id) => `${label('condition', id)}（${id}）`), who]]
}

const parts: Record<Outcome | 'incomplete', (use: Answer, policies: Policies) => Row[]> = {
  'out-of-scope': () => [['出すもの', '本ガイドラインの手続きはいりません。適用される規程の手続きに従います。']],
  exempt: (use) => [
    ...wordConditions(use),
    ['出すもの', '利用申請はいりません。'],
    ['続けること', '接続元などの定めを守り、外部サービス管理者が利用状況を定期的に確認します。'],
  ],
  application: (use) => [...wordConditions(use), ...application(use.assessment)],
  prohibited: ({ lifts, assessment }) => [
    ['使うには', ...ways(lifts)],
    ['くわしく', ...assessment.because.map(({ rule }) => explainCommand(rule))],
  ],
  incomplete: ({ assessment: { missing = [] } }, { questions }) => [
    [
      '次の質問',
      ...missing.flatMap((fact, index) => [
        `${index + 1}. ${questions[fact] ?? fact}（${pathOf(fact)}）`,
        ...options(fact),
      ]),
    ],
  ],
}

/** One change each; the reader chooses. */
function ways(lifts: readonly Counterfactual[]): string[] {
  if (lifts.length === 0)
    return ['1つの事実を変えるだけで使えるようにする方法はありません。情報政策課に相談してください。']
  const changes = lifts.map(
    ({ pointer, value, outcome }) =>
      `- 「${fieldAt(pointer)?.title}」を「${wordValue(pointer, value)}」にする（${outcome === 'incomplete' ? 'あとの質問で決まります' : label('outcome', outcome)}）`,
  )
  return ['事実がそのとおりになるなら、つぎのどれか1つで使えるようになります。', ...changes]
}

const wordValue = (pointer: Pointer, value: unknown): string =>
  Array.isArray(value) && value.length === 0 ? '重要情報を扱わない' : valueLabel(pointer, value)

/** The labels that people read, with what a file says for them. */
function options(fact: Pointer): string[] {
  const field = fieldAt(fact)
  const values = field?.type === 'boolean' ? [true, false] : idsOf(field?.term as Term)
  const lines = values.map((value) => `${indent}- ${valueLabel(fact, value)}（${value}）`)
  if (field?.type !== 'array') return lines
  const mayBeNone = domains[fact]?.some((value) => Array.isArray(value) && value.length === 0) === true
  return [...lines, `${indent}いくつでも選べます。${mayBeNone ? 'どれも扱わなければ [] と書きます。' : ''}`]
}

function application({ application: asked, termination, checks = [], criteria, measures = [] }: Assessment): Row[] {
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
    ['流れ', flow(form, informatizationPlan, checks)],
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

function flow(form: number, plan: boolean, checks: readonly CheckForm[]): string {
  const permission = plan
    ? [`様式${form}と情報化企画書の申請`, '可否決定', '契約']
    : [`様式${form}の申請`, '情報政策課の審査', '許可']
  return [...permission, ...checks.map(wordCheck), '終わったら様式3'].join(' → ')
}

const wordCheck = ({ form, when }: CheckForm): string => {
  if (when === 'operation') return form === 5 ? '運用開始時と年1回程度に様式5' : `年1回程度に様式${form}`
  return `${when === 'introduction' ? '導入・構築時' : '利用終了時'}に様式${form}`
}

/** Only of many: how many of each answer there are. */
function summary(uses: readonly Answer[], style: Style): string[] {
  if (uses.length === 0) return ['答えるファイルがありませんでした。\n']
  if (uses.length === 1) return []
  const counts = idsOf('outcome')
    .map((id) => ({ id, count: uses.filter(({ assessment }) => assessment.outcome === id).length }))
    .filter(({ count }) => count > 0)
  const words = counts.map(({ id, count }) => `${label('outcome', id)} ${count}`).join(' ・ ')
  return [`${style('strong', `${uses.length}件について答えました: ${words}`)}\n`]
}
