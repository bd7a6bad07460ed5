import { knowledge } from '../policies/knowledge.ts'
import { explain } from '../src/explain/explain.ts'
import { placeOf } from '../src/explain/places.ts'
import type { Topic } from '../src/explain/topic.ts'
import { renderExplanation } from '../src/reporters/explanation.ts'
import type { Arguments } from './arguments.ts'
import { print, publishedSite, screen } from './report.ts'
import { UsageError } from './usage.ts'

/** Explains a rule, a section, a form or anything else that the guideline or the register names. */
export function run({ paths: [what = ''], values }: Arguments): number {
  const answer = explain(what, knowledge)
  if ('near' in answer) throw new UsageError(unknown(what, answer.near))
  const { topic } = answer.found
  const text =
    values.format === 'json'
      ? `${JSON.stringify({ version: 1, topic }, null, 2)}\n`
      : renderExplanation(answer.found, screen(values.out)) + linkTo(answer.found.topic)
  print(text, values.out)
  return 0
}

/** Where the site says the same; nothing where there is no site. */
function linkTo({ kind, id }: Topic): string {
  const site = publishedSite()
  return site === null ? '' : `\nサイト  ${site}${placeOf(kind, id, knowledge)}\n`
}

const kinds =
  '規則の番号（03-scope/network-matrix など）、節（3、9-(3)）、様式（様式5）、別表の行（別表1）、解釈（#16）'

function unknown(what: string, near: readonly string[]): string {
  const hint = near.length > 0 ? `もしかして ${near.join('、')} ですか。` : `説明できるのは、${kinds}などです。`
  return `「${what}」は見つかりません。${hint}`
}
