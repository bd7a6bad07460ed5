import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import type { Assessment } from '../../src/assess.ts'
import { judge, readingOf } from '../../src/check.ts'
import { choicesOf } from '../../src/draft/answer.ts'
import { type Draft, rowKeys, serviceOf } from '../../src/draft/draft.ts'
import { fieldOf, flagOf, titleOf } from '../../src/draft/places.ts'
import type { Question } from '../../src/draft/questions.ts'
import { keysOf, type Pointer } from '../../src/pointer.ts'

export type Missing = { flag: string; pointer: Pointer; label: string; choices: { id: string; label: string }[] }

/** The answers that are still needed, as options to add. */
export const missingOf = (questions: readonly Question[]): Missing[] =>
  questions
    .filter(({ need }) => need === 'required')
    .map(({ pointer }) => ({
      flag: `--${flagOf(pointer)}`,
      pointer,
      label: titleOf(pointer, sheets),
      choices: choicesOf(fieldOf(pointer) ?? { type: '' }).map(({ id, label }) => ({ id, label })),
    }))

export function wordMissing(missing: readonly Missing[]): string {
  const width = Math.max(...missing.map(({ flag }) => flag.length))
  const lines = missing.map(({ flag, label, choices, pointer }) => {
    const choice = choices.map(({ id, label }) => `${id}（${label}）`).join('、')
    const several = fieldOf(pointer)?.type === 'array' ? '（複数は「,」でつなぐ）' : ''
    return `  ${flag.padEnd(width)}  ${label}${choice === '' ? exampleOf(pointer) : `: ${choice}`}${several}`
  })
  return [`あと${missing.length}件の答えが必要なため、次のオプションを加えてください。`, ...lines, ...shortcuts(missing), ''].join('\n')
}

function exampleOf(pointer: Pointer): string {
  const example = fieldOf(pointer)?.examples?.[0]
  return example === undefined ? '' : `（例 ${String(example)}）`
}

/** One option answers all the rows of a list. */
function shortcuts(missing: readonly Missing[]): string[] {
  const shared = missing.flatMap(({ pointer }) => {
    const [list = '', , ...rest] = keysOf(pointer)
    return list in rowKeys ? [`--${[list, ...rest].join('.')}`] : []
  })
  const often = [...new Set(shared)].filter((flag) => shared.filter((other) => other === flag).length > 1)
  return often.map((flag) => `  ${flag} なら、求められるすべての行に同じ答えを書きます。`)
}

/** Why a use is not allowed, and how it could be. */
export function wordProhibition(draft: Draft, { because }: Assessment): string {
  const rules = new Set(because.map(({ rule }) => rule))
  const said = judge(readingOf(serviceOf(draft, sheets)), policies).filter(({ id }) => rules.has(id))
  const lines = said.flatMap(({ section, findings }) =>
    findings
      .filter(({ decision }) => decision === 'prohibited')
      .flatMap(({ message, remedy }) => [`  ${message}（ガイドライン ${section}）`, ...(remedy === null ? [] : [`    ${remedy}`])]),
  )
  return ['この利用は認められないため、ファイルは書きません。', ...lines, ''].join('\n')
}

/** What the form has a place for and nobody answered. */
export function wordOpen(questions: readonly Question[]): string {
  const counts = new Map<string, number>()
  for (const { pointer } of questions) {
    const title = fieldOf(pointer)?.title ?? pointer
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  if (counts.size === 0) return ''
  const titles = [...counts].map(([title, count]) => (count === 1 ? title : `${title}（${count}件）`))
  return `書いていない項目があります（後から書けます）: ${titles.join('、')}。\n`
}
