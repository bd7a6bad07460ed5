import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import type { Assessment } from '../../src/assess.ts'
import { judge, readingOf } from '../../src/check.ts'
import { choicesOf, parseAnswer } from '../../src/draft/answer.ts'
import { type Draft, rowKeys, serviceOf } from '../../src/draft/draft.ts'
import { fieldOf, flagOf, patternOf, titleOf } from '../../src/draft/places.ts'
import type { Question } from '../../src/draft/questions.ts'
import { keysOf, type Pointer } from '../../src/pointer.ts'
import type { Finding } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

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
  const lines = missing.map(({ flag, label, choices, pointer }, index) => {
    const isSame = index > 0 && patternOf(pointer) === patternOf(missing[index - 1]?.pointer ?? '')
    const choice = isSame ? '' : choices.map(({ id, label }) => `${id}（${label}）`).join('、')
    const several =
      fieldOf(pointer)?.type === 'array' ? `（${mayBeNone(pointer) ? 'なければ none、' : ''}複数は「,」でつなぐ）` : ''
    return `  ${flag.padEnd(width)}  ${label}${choice === '' && !isSame ? exampleOf(pointer) : ''}${choice === '' ? '' : `: ${choice}`}${several}`
  })
  return [
    `あと${missing.length}件の答えが必要なため、次のオプションを加えてください。`,
    ...lines,
    ...shortcuts(missing),
    '',
  ].join('\n')
}

const mayBeNone = (pointer: Pointer): boolean => 'value' in parseAnswer(pointer, 'none', sheets)

function exampleOf(pointer: Pointer): string {
  const example = fieldOf(pointer)?.examples?.[0]
  return example === undefined ? '' : `（例 ${String(example)}）`
}

/** One option answers all the rows of a list. */
function shortcuts(missing: readonly Missing[]): string[] {
  const shared = missing.flatMap(({ pointer }) => {
    const [list = '', , ...rest] = keysOf(pointer)
    return rowKeys.has(list) ? [`--${[list, ...rest].join('.')}`] : []
  })
  const often = [...new Set(shared)].filter((flag) => shared.filter((other) => other === flag).length > 1)
  return often.map((flag) => `  ${flag} なら、求められるすべての行に同じ答えを書きます。`)
}

/** What makes a use prohibited. */
export function prohibitionsOf(draft: Draft, { because }: Assessment): (Finding & { section: string })[] {
  const rules = new Set(because.map(({ rule }) => rule))
  const said = judge(readingOf(serviceOf(draft, sheets)), policies).filter(({ id }) => rules.has(id))
  return said.flatMap(({ section, findings }) =>
    findings.filter(({ decision }) => decision === 'prohibited').map((finding) => ({ ...finding, section })),
  )
}

/** Why a use is not allowed, and how it could be. */
export function wordProhibition(draft: Draft, assessment: Assessment): string {
  const lines = prohibitionsOf(draft, assessment).flatMap(({ message, remedy, section }) => [
    `  ${message}（ガイドライン ${section}）`,
    ...(remedy === null ? [] : [`    ${remedy}`]),
  ])
  return ['この利用は認められないため、ファイルは書きません。', ...lines, ''].join('\n')
}

/** The outcome, and what an application consists of. */
export function wordOutcome({ outcome, application }: Assessment): string {
  const plan = application?.informatizationPlan === true ? 'と情報化企画書' : ''
  const form = application === undefined ? '' : `（様式${application.form}${plan}）`
  return `判定は「${label('outcome', outcome)}」${form}です。`
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
