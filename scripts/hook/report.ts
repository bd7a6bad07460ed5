import { policies } from '../../policies/index.ts'
import type { HookApproval } from '../../src/hook/approval.ts'
import { loadReporter } from '../../src/reporters/formats.ts'
import { visible } from '../../src/reporters/visible.ts'
import { wordSection } from '../../src/reporters/words.ts'
import { publishedSite } from '../report.ts'
import type { Examined } from './examine.ts'

/** git puts `remote: ` before every line that whoever pushes gets to see. */
const width = 92

/** What the hook says to whoever pushes. */
export async function wordReport(
  { blockers, diagnostics, files, changes, textOf }: Examined,
  approval: HookApproval | null,
  isRefused: boolean,
): Promise<string> {
  if (!isRefused) {
    const count = approval?.answers.length ?? 0
    return `審査しました: 要修正はありません${count === 0 ? '' : `（判断 ${count}件に回答があります）`}。\n`
  }
  const report = await loadReporter('terminal')
  const shown = diagnostics.filter(({ verdict }) => verdict !== 'advice')
  const found = report({
    diagnostics: shown,
    files,
    ...(changes.length > 0 && { changes }),
    textOf,
    titleOf: (rule) => policies.rules[rule]?.title ?? null,
    site: publishedSite(),
    width,
    colour: false,
  })
  const barred = blockers.map(
    ({ file, message, remedy }) => `・${file === null ? '' : `${file}: `}${message}${remedy ?? ''}`,
  )
  const lines = [
    '',
    'この push は受け付けられません。',
    ...barred,
    ...(approval?.reasons ?? []).map((reason) => `・${reason}`),
    ...(shown.length > 0 ? ['', ...found.trimEnd().split('\n')] : []),
    ...sheetOf(approval),
    '',
  ]
  return `${lines.map(visible).join('\n')}\n`
}

/** The questions, with lines to copy into the message of the merge. */
function sheetOf(approval: HookApproval | null): string[] {
  const open = approval?.unanswered ?? []
  if (open.length === 0) return []
  return [
    '',
    '判断票: 審査する人が、取り込むとき（git merge --no-ff）のメッセージに、次の行を理由（10文字以上）とともに書きます。',
    ...open.flatMap(({ key, file, line, section, question }) => [
      `  ${file}:${line}（${wordSection(section)}）`,
      `  ${question}`,
      `  /判断 ${key} 可 〔理由〕`,
      '',
    ]),
    '「可」のところは、「条件付」（理由に条件を書く）か「不可」にもできます。',
  ]
}
