import { isMapping, type Mapping } from '../../src/draft/mapping.ts'
import { isLeaf, pointerOfFlag } from '../../src/draft/places.ts'
import { fields } from '../../src/generated/fields.ts'
import { type LedgerMapping, neverGuessed } from '../../src/sheets/ledger.ts'
import { hintAt, wordAll } from '../meant.ts'
import { readAnswers } from '../record/values.ts'
import { UsageError } from '../usage.ts'

const known = ['sheet', 'columns', 'fixed', 'values', 'files']
const needed = ['service.name', neverGuessed]

/** How the ledger is to be read, as schemas/import-mapping.schema.json has it. */
export function readMapping(file: string): LedgerMapping {
  const value = readAnswers(file)
  const problem = problemOf(value)
  if (problem !== null) throw new UsageError(`${file} は対応表として使えません。${problem}`)
  return value as LedgerMapping
}

function problemOf(value: Mapping): string | null {
  const other = Object.keys(value).find((key) => !known.includes(key))
  if (other !== undefined) return `「${other}」という項目はありません。${wordAll(known)}`
  const { sheet = '', columns, fixed = {}, values = {}, files = {} } = value
  if (typeof sheet !== 'string') return 'sheet にはシートの名前を書いてください。'
  if (!isWords(columns)) return 'columns に「記入欄: 見出し」の組を書いてください。'
  if (!isWords(fixed)) return 'fixed には「記入欄: 値」の組を書いてください。'
  if (!isMapping(values) || !Object.values(values).every(isWords))
    return 'values には、記入欄ごとに「表の言葉: 値」の組を書いてください。'
  if (!isFiles(files)) return 'files には heading か names を書いてください。'
  const unknown = [columns, fixed, values].flatMap(Object.keys).find((name) => !isField(name))
  if (unknown !== undefined) return wordUnknown(unknown)
  if (neverGuessed in fixed) return `${neverGuessed}（重要情報の種類）は、1件ずつ表に書かれたものだけを使います。`
  const missing = needed.find((name) => !(name in columns))
  if (missing !== undefined) return `columns に ${missing} の列が必要です。`
  if (!('department.name' in columns) && !('department.name' in fixed)) return 'department.name の列が必要です。'
  return null
}

const isWords = (value: unknown): value is Record<string, string> =>
  isMapping(value) && Object.values(value).every((word) => typeof word === 'string' && word !== '')

const isFiles = (value: unknown): boolean =>
  isMapping(value) &&
  Object.keys(value).every((key) => key === 'heading' || key === 'names') &&
  (value.heading === undefined || typeof value.heading === 'string') &&
  (value.names === undefined || isWords(value.names))

/** Lists of rows have no single place. */
const isField = (name: string): boolean => isLeaf(fields[pointerOfFlag(name)])

function wordUnknown(name: string): string {
  const names = Object.keys(fields)
    .filter((pointer) => isLeaf(fields[pointer]) && !pointer.includes('*'))
    .map((pointer) => pointer.slice(1).replaceAll('/', '.'))
  return `${name} という記入欄はありません。${hintAt(name, names)}`
}
