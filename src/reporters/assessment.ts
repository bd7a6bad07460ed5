import type { Answer } from '../answer.ts'
import type { Assessment } from '../assess.ts'
import type { Counterfactual } from '../counterfactual.ts'
import { fieldAt, pathOf, valueLabel } from '../fields.ts'
import { domains } from '../generated/domains.ts'
import type { Pointer } from '../pointer.ts'
import type { Outcome, Policies } from '../rule.ts'
import { type Row, stepsAhead } from '../steps-ahead.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'
import { padded } from './columns.ts'
import { coloured, plain, type Style } from './style.ts'
import { visible } from './visible.ts'
import { explainCommand, wordSection } from './words.ts'
import { wrap } from './wrap.ts'

type Screen = { width: number; colour: boolean }
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
    ...wordUnread(use),
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

/** The first of what nobody can read; `validate` lists them all. */
function wordUnread({ unread }: Answer): Row[] {
  const shown = unread.slice(0, 10).map(visible)
  if (shown.length === 0) return []
  const more = unread.length - shown.length
  return [['直すところ', ...shown, ...(more > 0 ? [`ほかに${more}か所あります。`] : [])]]
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

const parts: Record<Outcome | 'incomplete', (use: Answer, policies: Policies) => Row[]> = {
  'out-of-scope': ({ assessment }) => stepsAhead(assessment),
  exempt: ({ assessment }) => stepsAhead(assessment),
  application: ({ assessment }) => stepsAhead(assessment),
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

/** 「インターネット系」: what a fact would have to be. */
export const wordValue = (pointer: Pointer, value: unknown): string =>
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
