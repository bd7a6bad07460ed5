import type { ErrorObject } from 'ajv'
import { valueAt } from './facts.ts'
import { fieldAt, fieldsBelow, labelOf, valueLabel } from './fields.ts'
import { nearest } from './nearest.ts'
import { type Pointer, pointerOf } from './pointer.ts'
import { parseJapaneseDate } from './wareki.ts'

/** `near` is the name of the field that an unknown name seems to mean. */
type Words = { message: string; remedy: string | null; near?: string }
type Wording = (error: ErrorObject, found: unknown, name: string) => Words

/** What the schema refused, said for section staff: never ajv's own words. */
export function refusalWords(error: ErrorObject, value: unknown): Words {
  const wording = wordings[error.keyword]
  if (wording === undefined) throw new Error(`no words for the schema keyword ${error.keyword}`)
  return wording(error, valueAt(value, error.instancePath), labelOf(error.instancePath))
}

/** Keywords of the schema that may refuse; a test holds this list against the schema. */
export const wordings: Record<string, Wording> = {
  required: ({ instancePath, params }) => {
    const at = instancePath + pointerOf([params.missingProperty])
    return {
      message: `「${labelOf(at)}」（${params.missingProperty}）が書かれていません。`,
      remedy: `${fieldAt(at)?.description}${exampleOf(at, params.missingProperty)}`,
    }
  },
  additionalProperties: ({ instancePath, params }) => {
    const key: string = params.additionalProperty
    const known = fieldsBelow(instancePath)
    const near =
      nearest(key, known) ??
      known.find((name) => fieldAt(instancePath + pointerOf([name]))?.title === key.normalize('NFKC'))
    const parent = instancePath === '' ? 'ファイルの一番上' : `「${labelOf(instancePath)}」の中`
    const message = `${shown(key)}という項目は${parent}にはありません。`
    const nameOf = (name: string): string => named(name, fieldAt(instancePath + pointerOf([name]))?.title)
    if (near === undefined) return { message, remedy: `書ける項目は${known.map(nameOf).join('、')}です。` }
    return { message, remedy: `もしかして${nameOf(near)}ですか。`, near }
  },
  type: (error, found, name) => {
    const { instancePath, params, parentSchema } = error
    const [wanted = ''] = String(params.type).split(',')
    if (wanted === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
      // In quotation marks it would be refused again: what may be written there helps more.
      if (parentSchema?.enum !== undefined) return enumWords(error, found, name)
      if (parentSchema?.format === 'date') return dateWords(String(found), name)
      return {
        message: `「${name}」には文字を書きますが、${typeof found === 'number' ? '数' : '真偽の値'}として読まれました。`,
        remedy: `値を引用符で囲み、"${String(found)}" のように書きます。先頭の 0 が消えていないかも確かめてください。`,
      }
    }
    return {
      message: `「${name}」には${kinds[wanted] ?? '決まった形の値'}を書きますが、${kindOf(found)}が書かれています。`,
      remedy: shapes[wanted] ?? `${fieldAt(instancePath)?.description ?? ''}`,
    }
  },
  enum: (error, found, name) => enumWords(error, found, name),
  pattern: ({ instancePath, parentSchema }, found, name) => ({
    message: `「${name}」の書き方が決まりと違います（いまの値は${shown(found)}）。`,
    remedy: parentSchema?.patternErrorMessage ?? fieldAt(instancePath)?.description ?? null,
  }),
  format: ({ params }, found, name) =>
    params.format === 'date' ? dateWords(String(found), name) : urlWords(String(found), name),
  minLength: ({ instancePath }, _, name) => ({
    message: `「${name}」が空です。`,
    remedy: fieldAt(instancePath)?.description ?? null,
  }),
  minItems: (_, __, name) => ({
    message: `「${name}」を1つ以上書いてください。`,
    remedy: '「- 」か [ ] の中に、あてはまるものを並べます。',
  }),
  uniqueItems: ({ params }, _, name) => ({
    message: `「${name}」の${Math.min(params.i, params.j) + 1}番目と${Math.max(params.i, params.j) + 1}番目が同じです。`,
    remedy: 'どちらか1つを消してください。',
  }),
  minimum: ({ params }, found, name) => ({
    message: `「${name}」は${params.limit}以上の数です（いまの値は${shown(found)}）。`,
    remedy: '数を確かめて書き直してください。',
  }),
}

function enumWords({ parentSchema }: ErrorObject, found: unknown, name: string): Words {
  const { enum: ids, enumDescriptions: labels }: { enum: unknown[]; enumDescriptions: string[] } = parentSchema as never
  const options = ids
    .map((id, index) => ({ id: String(id), label: labels[index]! }))
    .filter((_, index) => ids[index] !== null)
  const word = nearest(
    String(found),
    options.flatMap(({ id, label }) => [id, label]),
  )
  const near = options.find(({ id, label }) => id === word || label === word)
  const all = options.map(({ id, label }) => named(id, label)).join('、')
  return {
    message: `「${name}」に${shown(found)}という選択肢はありません。`,
    remedy:
      near === undefined
        ? `${all}のどれかを書きます。`
        : `もしかして${named(near.id, near.label)}ですか。書けるのは、${all}です。`,
  }
}

const kinds: Record<string, string> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: '「はい」か「いいえ」',
  array: '一覧',
  object: '項目の組',
}
const shapes: Record<string, string> = {
  boolean: '「はい」は true、「いいえ」は false と書きます。',
  integer: '半角の数字だけで、単位や区切り、引用符を付けずに書きます。',
  array: '[ ] で囲むか、行を分けて「- 」で始めて並べます。',
  object: '行を分け、半角の空白2つ下げて「項目: 値」の形で書きます。',
}
const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return '一覧'
  if (value === null) return '空の値'
  if (typeof value === 'number' && !Number.isInteger(value)) return '小数'
  return kinds[typeof value] ?? '値'
}
const named = (id: string, title: string | undefined): string => (title === undefined ? id : `${id}（${title}）`)
/** Whole characters only: half of one would be unreadable. */
const shown = (value: unknown): string => {
  const characters = [...(typeof value === 'object' ? JSON.stringify(value) : String(value))]
  return `「${characters.slice(0, 40).join('')}${characters.length > 40 ? '…' : ''}」`
}

/** たとえば「pricing: "paid"」（有料）のように書きます。 */
function exampleOf(at: Pointer, key: string): string {
  const example = fieldAt(at)?.examples?.[0]
  if (example === undefined) return ''
  const written = JSON.stringify(example)
  const meaning = valueLabel(at, example)
  return `たとえば「${key}: ${written}」${written.includes(meaning) ? '' : `（${meaning}）`}のように書きます。`
}

/** A day that does not exist, and one that is only written in another way, are mended differently. */
function dateWords(found: string, name: string): Words {
  const message = `「${name}」の値${shown(found)}は日付として読めません。`
  if (day.test(found))
    return { message: `「${name}」の${shown(found)}は、こよみにない日付です。`, remedy: '月と日を確かめてください。' }
  const meant = parseJapaneseDate(found)
  if (meant !== null) return { message, remedy: `西暦と半角の数字で、${meant} と書きます。` }
  return { message, remedy: '西暦で 2026-04-01 のように、年4桁・月2桁・日2桁を半角の「-」でつないで書きます。' }
}
const day = /^\d{4}-\d{2}-\d{2}$/

/** Who copies an address from a browser may have its Japanese as it is read there. */
const urlWords = (found: string, name: string): Words => ({
  message: `「${name}」の値${shown(found)}はURLとして読めません。`,
  remedy:
    /^https?:\/\/\S+$/.test(found) && !/\p{Cs}/u.test(found)
      ? `URLに使えない文字を「%」の形に直し、${encodeURI(found)} と書きます。`
      : '「https://」から始まるURLを書いてください。',
})
