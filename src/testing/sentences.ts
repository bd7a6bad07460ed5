import vocabulary from '../../schemas/vocabulary.schema.json' with { type: 'json' }
import { fields } from '../generated/fields.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'

const terms = Object.entries(vocabulary.$defs).flatMap(([name, shape]) => ('enum' in shape ? [name as Term] : []))
/** Names of fields are no ids to a reader: `termination` is what stands in the file. */
const keys = new Set(Object.keys(fields).flatMap((pointer) => pointer.split('/').at(-1) ?? []))
const labels = new Map<string, string[]>()
for (const term of terms)
  for (const id of idsOf(term))
    if (id !== null && !keys.has(id)) labels.set(id, [...(labels.get(id) ?? []), label(term, id)])

/** A whole word, no part of another name or path; its label may follow in brackets. */
const words = new Map(
  [...labels].map(([id, names]) => {
    const literal = (text: string) => text.replace(/[/().*+?]/g, '\\$&')
    const labelled = names.map((name) => `[」"\\]]*（${literal(name)}）`).join('|')
    return [id, new RegExp(`(?<![\\w./:-])${literal(id)}(?!${labelled})(?![\\w.:/-])`, 'u')]
  }),
)

/** Ids that stand without the label which people read. */
export const bareIds = (text: string): string[] =>
  [...words].filter(([id, word]) => text.includes(id) && word.test(text)).map(([id]) => id)

export const isJapanese = (text: string): boolean =>
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)

/** What is wrong with a text that section staff read. */
export function flawsIn(text: string): string[] {
  const ids = bareIds(text)
  return [
    isJapanese(text) ? '' : '日本語でない',
    text.endsWith('。') ? '' : '句点で終わらない',
    /\b(?:must|should|undefined|null is|NaN|object Object)\b/.test(text) ? '英語の文が混じる' : '',
    /§/.test(text) ? '節の記号がある' : '',
    ids.length === 0 ? '' : `表示名のない id: ${ids.join('、')}`,
  ].filter((flaw) => flaw !== '')
}

/** One sentence; a text that is quoted may have a full stop of its own. */
export function flawsInMessage(text: string): string[] {
  const stops = text.replaceAll(/「[^」]*」/g, '').split('。').length - 1
  return [...flawsIn(text), ...(stops === 1 ? [] : ['一文でない']), ...(text.includes('\n') ? ['行が分かれる'] : [])]
}
