import { dayInJapan } from '../gate/queue.ts'
import type { Answer, Approval, CommentInput, Examination, Fact, Judgement } from '../gate/types.ts'
import type { Service } from '../generated/service.ts'
import { block, excerpt, inline, quotation, row, sentence, tableHead } from './escape.ts'
import { cite, type Guideline, quotingRules, titleOf } from './guideline.ts'
import { linkFile, linkLine, type Site, shortCommit } from './links.ts'
import { folded, type Part, table } from './parts.ts'
import { wordPlace } from './places.ts'
import { wordDate, wordValue } from './values.ts'

/** 判断票: what a person decides, what the applicant wrote on it, lines to copy, and what has been answered. */
export function sheet(input: CommentInput, examination: Examination, guideline: Guideline): Part[] {
  const { judgements } = examination
  const { answers, kept } = input.approval ?? { answers: [], kept: [] }
  const unanswered = judgements.filter(({ key }) => !answers.some((answer) => answer.key === key))
  if (judgements.length === 0) return lapsed(input.approval)
  const site = { repository: input.repository, head: input.pullRequest.head }
  const head = `### 判断票（${judgements.length}件、うち未回答 ${unanswered.length}件）\n\n${tableHead(['鍵', '問い', '申請した課の記録', '回答'])}`
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
  const after = files.find((one) => one.file === file)?.after ?? null
  const where = `${wordPlace(pointer, after, guideline)}（${linkLine(file, line, site)}）`
  const title = titleOf(rule, guideline) ?? rule
  return row([
    `${inline(key)}<br>${cite(section)}`,
    [
      ...(files.length > 1 ? [linkFile(file, site)] : []),
      `**${sentence(title)}**`,
      quotingRules.has(rule) ? quotation(question) : sentence(question),
      where,
    ].join('<br>'),
    wordRecord(judgement, after, guideline),
    [
      wordAnswers(answers.filter((answer) => answer.key === key)),
      ...kept.filter((answer) => answer.key === key).map((answer) => `前の版への回答：${wordAnswer(answer)}`),
    ].join('<br>'),
  ])
}

/** What the applicant wrote on the matter: the record of a condition, or the reason behind the answer in question. */
function wordRecord({ facts, pointer, rule }: Judgement, after: Service | null, guideline: Guideline): string {
  if (guideline.policies.rules[rule]?.scope === 'change')
    return wordChange(facts.find((fact) => fact.pointer === pointer))
  const record = facts.find(({ pointer: at }) => /^\/conditions\/\d+$/.test(at))?.value ?? rowAt(after, pointer)
  const words = Object.entries(reasons).flatMap(([key, name]) => {
    const value = (record as Record<string, unknown> | null | undefined)?.[key]
    return value === undefined || value === null ? [] : [`${name}：${wordValue(`/${key}`, value)}`]
  })
  return words.length === 0 ? '記録がありません' : words.join('<br>')
}

const reasons = { reason: '理由', note: '備考', value: '確認した値', evidence: '根拠資料', date: '日付' }

/** The row of a list in which a pointer lies, or the block. */
function rowAt(after: Service | null, pointer: string): unknown {
  const [, block = '', index] = pointer.split('/')
  const found = (after as unknown as Record<string, unknown> | null)?.[block]
  return Array.isArray(found) ? found[Number(index)] : ((found as Record<string, unknown>)?.[index ?? ''] ?? null)
}

function wordChange(fact: Fact | undefined): string {
  if (fact === undefined || !Array.isArray(fact.value)) return '下の「変わったところ」を見てください'
  const [before, after] = fact.value
  return `変更前：${wordValue(fact.pointer, before)}<br>変更後：${wordValue(fact.pointer, after)}`
}

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

/** What the approval still lacks, or why it is refused, and whose approval counts. */
export function approvals(approval: Approval | null): Part[] {
  if (approval === null) return []
  const { reasons, unreadable, reviewers } = approval
  const lines = [
    ...reasons.map((reason) => `- ${quotation(reason)}`),
    ...unreadable.map(({ by, line }) => `- 読み取れない回答（${inline(by.login)}）：${excerpt(line)}`),
    ...reviewers.map(
      ({ login, commit, submittedAt }) =>
        `- 承認：${inline(login)}（${wordDate(dayInJapan(submittedAt))}、版 ${shortCommit(commit)}）`,
    ),
  ]
  if (lines.length === 0) return []
  return [{ name: '審査の状況', rank: 4, head: '### 審査の状況\n\n', rows: lines, foot: '' }]
}
