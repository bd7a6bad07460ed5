import type { Diagnostic } from '../diagnostic.ts'
import type { Blocker, CommentInput, Examination } from '../gate/types.ts'
import { approvals } from './approvals.ts'
import { inline, quotation, row, sentence, tableHead, unbroken } from './escape.ts'
import { type Guideline, quotingRules, titleOf } from './guideline.ts'
import { linkFile, linkLine, linkRule, type Site, siteOf } from './links.ts'
import { type Memory, mendedIn } from './memory.ts'
import { folded, type Part, paragraph, table } from './parts.ts'
import { withLabels, wordPlace } from './places.ts'
import { violationsIn } from './status.ts'
import { nothing } from './values.ts'

/** For whoever applies: what to mend, what has been mended, and how to ask. */
export function applicantParts(
  input: CommentInput,
  examination: Examination,
  memory: Memory,
  guideline: Guideline,
): Part[] {
  const site = siteOf(input)
  return [
    ...blockers(examination.blockers, site),
    ...violations(examination, site, guideline),
    ...mended(memory, examination, guideline),
    ...approvals(input),
    ...(examination.subject === 'services' || examination.subject === 'both' ? [help] : []),
  ]
}

function blockers(all: readonly Blocker[], site: Site): Part[] {
  if (all.length === 0) return []
  const head = `### 取り込めない理由（${all.length}件）\n\n${tableHead(['何が', 'どうするか'])}`
  const rows = all.map(({ file, message, remedy }) =>
    row([
      `${file === null ? '' : `${linkFile(file, site)}<br>`}${quotation(message)}`,
      remedy === null ? nothing : quotation(remedy),
    ]),
  )
  return [table('取り込めない理由', 2, head, rows)]
}

function violations(examination: Examination, site: Site, guideline: Guideline): Part[] {
  const found = violationsIn(examination)
  if (found.length === 0) return []
  const head = `### 要修正（${found.length}件）\n\n${tableHead(['どこ', '何が', 'どう直すか', unbroken('根拠')])}`
  const rows = found.map((one) => diagnosticRow(one, examination, site, guideline))
  return [{ ...table('要修正', 3, head, rows), share: 0.5 }]
}

export function advice(examination: Examination, site: Site, guideline: Guideline): Part[] {
  const found = examination.diagnostics.filter(({ verdict }) => verdict === 'advice')
  if (found.length === 0) return []
  const rows = found.map((one) => diagnosticRow(one, examination, site, guideline))
  const part = table('助言', 13, tableHead(['どこ', '何が', 'どうするとよいか', unbroken('根拠')]), rows)
  return [folded(`助言（${found.length}件。直さなくても取り込めます）`, part)]
}

function diagnosticRow(found: Diagnostic, examination: Examination, site: Site, guideline: Guideline): string {
  const { file, line, pointer, rule, message, remedy, section } = found
  const own = examination.files.find((one) => one.file === file)
  const isAlone = examination.files.length === 1 && own !== undefined
  const isQuoting = quotingRules.has(rule)
  const say = isQuoting ? quotation : sentence
  return row([
    `${isAlone ? '' : `${inline(file)}<br>`}${wordPlace(pointer, own?.after ?? null, guideline)}（${linkLine(file, line, site)}）`,
    say(message),
    remedy === null ? nothing : say(isQuoting ? remedy : withLabels(remedy)),
    linkRule(rule, section, site, guideline),
  ])
}

function mended(memory: Memory, examination: Examination, guideline: Guideline): Part[] {
  const lines = mendedIn(memory, examination).flatMap(({ file, rule, pointer }) => {
    const title = titleOf(rule, guideline)
    const after = examination.files.find((one) => one.file === file)?.after ?? null
    return title === null ? [] : [`- ${wordPlace(pointer, after, guideline)}：${sentence(title)}`]
  })
  if (lines.length === 0) return []
  const counts = new Map(lines.map((line) => [line, lines.filter((other) => other === line).length]))
  const rows = [...counts].map(([line, count]) => (count > 1 ? `${line}（${count}件）` : line))
  return [
    {
      name: '解消した指摘',
      rank: 9,
      head: `### 解消した指摘（前回の保存から${lines.length}件）\n\n`,
      rows,
      foot: '',
    },
  ]
}

const help = paragraph(
  '困ったときは',
  3,
  [
    '<details><summary>困ったときは</summary>',
    '',
    '- 分からないところは、この下のコメント欄に質問を書いてください。情報政策課が読みます。',
    '- 直さずに取りやめるときは、いちばん下の「Close pull request」を押します（取下げ）。後からまた申請できます。',
    '- 差戻しは「直せばもう一度審査する」、却下は「許可しないと決めた」という意味です。',
    '- もう一度点検するときは、コメント欄に `/再審査` とだけ書いてください。',
    '',
    '</details>',
  ].join('\n'),
)
