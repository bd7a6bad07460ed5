import { dayInJapan } from '../calendar.ts'
import { valueAt } from '../facts.ts'
import type { Answer, Approval, CommentInput, Examination, ExaminedFile, Fact, Judgement } from '../gate/types.ts'
import type { Service } from '../generated/service.ts'
import type { Pointer } from '../pointer.ts'
import { block, excerpt, inline, quotation, row, sentence, tableHead, unbroken } from './escape.ts'
import { type Guideline, quotingRules, titleOf } from './guideline.ts'
import { linkFile, linkLine, linkRule, type Site, siteOf } from './links.ts'
import { folded, type Part, table } from './parts.ts'
import { wordPlace } from './places.ts'
import { wordDate, wordValue } from './values.ts'

/** 判断票: what a person decides, what the applicant wrote on it, lines to copy, and what has been answered. */
export function sheet(input: CommentInput, examination: Examination, guideline: Guideline): Part[] {
  const { judgements } = examination
  const { answers, kept } = input.approval ?? { answers: [], kept: [] }
  const unanswered = judgements.filter(({ key }) => !answers.some((answer) => answer.key === key))
  if (judgements.length === 0) return lapsed(input.approval)
  const site = siteOf(input)
  const head = `### 判断票（${judgements.length}件、うち未回答 ${unanswered.length}件）\n\n${tableHead(['鍵', '問い', '申請した課の記録', unbroken('　回答　')])}`
  const rows = judgements.map((one) => judgementRow(one, examination, { answers, kept }, site, guideline))
  return [table('判断票', 5, head, rows), ...toCopy(unanswered), ...lapsed(input.approval)]
}

/** Those that count, and those which count once they are given again. */
type Given = Pick<Approval, 'answers' | 'kept'>

function judgementRow(
  judgement: Judgement,
  { files }: Examination,
  { answers, kept }: Given,
  site: Site,
  guideline: Guideline,
): string {
  const { key, file, line, rule, section, pointer, question } = judgement
  const own = files.find((one) => one.file === file)
  const after = own?.after ?? null
  const where = `${wordPlace(pointer, after, guideline)}（${linkLine(file, line, site)}）`
  const title = titleOf(rule, guideline) ?? rule
  return row([
    `${inline(key)}<br>${linkRule(rule, section, site, guideline)}`,
    [
      ...(files.length > 1 ? [linkFile(file, site)] : []),
      `**${sentence(title)}**`,
      quotingRules.has(rule) ? quotation(question) : sentence(question),
      where,
    ].join('<br>'),
    wordRecord(judgement, own, guideline),
    [
      wordAnswers(answers.filter((answer) => answer.key === key)),
      ...kept.filter((answer) => answer.key === key).map((answer) => `前の版への回答：${wordAnswer(answer)}`),
    ].join('<br>'),
  ])
}

/** What the applicant wrote on the matter: the record of a condition, or the reason behind the answer in question. */
function wordRecord({ facts, pointer, rule }: Judgement, own: ExaminedFile | undefined, guideline: Guideline): string {
  const after = own?.after ?? null
  const scope = guideline.policies.rules[rule]?.scope
  const isChange = scope === 'change' && (own?.before ?? null) !== null
  const change = isChange ? facts.find((fact) => fact.pointer === pointer) : undefined
  if (change !== undefined) return wordChange(change)
  const record = facts.find(({ pointer: at }) => /^\/conditions\/\d+$/.test(at))?.value ?? rowAt(after, pointer)
  const words = Object.entries(reasons).flatMap(([key, name]) => {
    const value = (record as Record<string, unknown> | null | undefined)?.[key]
    return value === undefined || value === null ? [] : [`${name}：${wordValue(`/${key}`, value)}`]
  })
  if (words.length > 0) return words.join('<br>')
  // What a rule on facts asks for is a record of its own.
  const value = scope === 'facts' ? undefined : valueAt(after, pointer)
  const isBlock = typeof value === 'object' && !Array.isArray(value)
  return value === undefined || isBlock ? '記録がありません' : `いまの記載：${wordShort(pointer, value)}`
}

const reasons = { reason: '理由', note: '備考', value: '確認した値', evidence: '根拠資料', date: '日付' }

/** The row of a list in which a pointer lies, or the block. */
function rowAt(after: Service | null, pointer: string): unknown {
  const [, block = '', index] = pointer.split('/')
  const found = (after as unknown as Record<string, unknown> | null)?.[block]
  return Array.isArray(found) ? found[Number(index)] : ((found as Record<string, unknown>)?.[index ?? ''] ?? null)
}

function wordChange({ pointer, value }: Fact): string {
  const [before, after] = Array.isArray(value) ? value : []
  return `変更前：${wordShort(pointer, before)}<br>変更後：${wordShort(pointer, after)}`
}

/** A list of records would fill the page. */
const wordShort = (pointer: Pointer, value: unknown): string =>
  Array.isArray(value) && value.some((item) => typeof item === 'object')
    ? `${value.length}件`
    : wordValue(pointer, value)

const verdicts = { accept: '可', conditional: '条件付', refuse: '不可' } as const

const wordAnswers = (answers: readonly Answer[]): string =>
  answers.length === 0 ? '**未回答**' : answers.map(wordAnswer).join('<br>')

const wordAnswer = ({ verdict, reason, by, submittedAt }: Answer): string =>
  `**${verdicts[verdict]}**<br>${excerpt(reason)}<br>${inline(by.login)} ${wordDate(dayInJapan(submittedAt))}`

/** More lines than this in one block are tiresome to copy. */
const linesOfBlock = 50

/** Without a verdict: nobody answers by copying. */
function toCopy(unanswered: readonly Judgement[]): Part[] {
  if (unanswered.length === 0) return []
  const lines = unanswered.map(({ key }) => `/判断 ${key} `)
  const blocks = Array.from({ length: Math.ceil(lines.length / linesOfBlock) }, (_, index) =>
    block(lines.slice(index * linesOfBlock, (index + 1) * linesOfBlock).join('\n')),
  )
  const head =
    '**回答のしかた** 次の行を写し、鍵の後ろに `可`・`条件付`・`不可` のどれかと理由（10文字以上）を書いて、「Review changes」で「Approve」を選びます。差し戻すときは「Request changes」を選びます。\n\n'
  return [{ name: '写して使う行', rank: 4, head, rows: blocks, foot: '' }]
}

function lapsed(approval: Approval | null): Part[] {
  if (approval === null || approval.lapsed.length === 0) return []
  const rows = approval.lapsed.map(({ key, why }) => row([inline(key), quotation(why)]))
  return [folded(`失効した回答（${rows.length}件）`, table('失効した回答', 6, tableHead(['鍵', '失効した理由']), rows))]
}
