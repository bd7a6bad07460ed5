import { createHash } from 'node:crypto'
import { policies } from '../policies/index.ts'
import * as tables from '../policies/tables.ts'
import { assess } from '../src/assess.ts'
import { readingOf } from '../src/check.ts'
import { formDocument } from '../src/exporters/form.ts'
import { attachment } from '../src/exporters/form-attachment.ts'
import { checksBy, type WhichCheck } from '../src/exporters/form-checks.ts'
import { formHtml } from '../src/exporters/form-html.ts'
import { formSheets } from '../src/exporters/form-xlsx.ts'
import type { Filling, FormDocument } from '../src/form/document.ts'
import { legible } from '../src/form/entries.ts'
import type { FormTable } from '../src/form/table.ts'
import type { SourceDocument } from '../src/source/document.ts'
import type { Arguments } from './arguments.ts'
import { type Found, readFile, reasonOf, shownPath } from './files.ts'
import { sourceOf } from './sources.ts'
import { UsageError } from './usage.ts'
import { writeWhole } from './whole.ts'

const { form1, form2, form3, form4, form5, form6, form7 } = tables
export const forms: readonly FormTable[] = [form1, form2, form3, form4, form5, form6, form7]

/** One of 様式1 to 様式7, blank or filled from a file, on paper or as a sheet. Status 0 whatever it lacks. */
export async function run({ paths: [name = '', path], values, switches }: Arguments): Promise<number> {
  const { format, out } = values
  const table = formNamed(name)
  if (values.answers !== undefined) return answered(table, path, values.answers, switches)
  if (format === 'xlsx' && out === undefined)
    throw new UsageError('xlsx は画面に出せません。--out 様式1.xlsx のように、書くファイルを指定してください。')
  const use = path === undefined ? null : opened(path)
  if (use !== null && !use.source.readable) return unreadable(use)
  const filling = use === null ? null : fillingOf(use)

  const document = switches.has('attachment')
    ? attachmentOf(table, filling)
    : formDocument(table, tables, filling, whichCheck(table, filling, values.entry))
  const written = await exported(document, format)
  if (out === undefined) process.stdout.write(written)
  else writeWhole(out, written)
  return 0
}

/** 様式1 and 様式2 come back into the file; the others become records of their own. */
async function answered(
  table: FormTable,
  path: string | undefined,
  workbook: string,
  switches: Arguments['switches'],
): Promise<number> {
  if (table.form > 2) {
    const command = table.form === 3 ? 'terminate' : `check ${table.form}`
    throw new UsageError(`様式${table.form}は、${command} ファイル --from ${workbook} で取り込みます。`)
  }
  if (path === undefined || path === '-')
    throw new UsageError(`--answers には利用のファイルが必要です。新しい申請は new --from ${workbook} で作れます。`)
  const use = opened(path)
  if (!use.source.readable) return unreadable(use)
  const { takeBack } = await import('./form/answers.ts')
  return takeBack(use, formDocument(table, tables, fillingOf(use)), workbook, switches)
}

function unreadable({ file }: Use): number {
  const next = `validate ${file} で、直すところを確かめてください。`
  process.stderr.write(`${file} を読み取れないため、様式を作れません。${next}\n`)
  return 1
}

type Use = { file: string; text: string; source: SourceDocument }

function opened(path: string): Use {
  const file = path === '-' ? path : shownPath(path)
  let found: Found
  try {
    found = readFile(file)
  } catch (error) {
    throw new UsageError(`${file} を開けません: ${reasonOf(error)}。`)
  }
  return { file, text: found.text ?? '', source: sourceOf(file, found) }
}

export const fillingOf = ({ file, text, source: { value, refused } }: Use): Filling => ({
  service: legible(readingOf(value, refused)),
  assessment: assess(value, policies),
  // Of the file as it lies on the disk.
  origin: { file, sha256: createHash('sha256').update(text, 'utf8').digest('hex') },
})

const exported = async (document: FormDocument, format: string | undefined): Promise<string | Uint8Array> =>
  format === 'xlsx' ? (await import('./workbook.ts')).workbookOf(formSheets(document)) : formHtml(document)

/** `1`, `様式1` or `form1`. */
function formNamed(name: string): FormTable {
  const number = /^(?:様式|form-?)?([1-7])$/i.exec(name.normalize('NFKC'))?.[1]
  const table = forms.find(({ form }) => String(form) === number)
  if (table === undefined) throw new UsageError(`「${name}」は様式ではありません。使えるのは 1 から 7 までです。`)
  return table
}

function attachmentOf({ form }: FormTable, filling: Filling | null): FormDocument {
  if (form > 2) throw new UsageError('--attachment は、申請の様式1と様式2でだけ使えます。')
  if (filling === null) throw new UsageError('--attachment には、利用のファイルが必要です。')
  return attachment(tables, filling)
}

function whichCheck({ form, items }: FormTable, filling: Filling | null, entry: string | undefined): WhichCheck {
  if (entry === undefined) return 'newest'
  if (items === undefined) throw new UsageError('--entry は、点検の様式4〜7でだけ使えます。')
  if (filling === null) throw new UsageError('--entry には、利用のファイルが必要です。')
  if (entry === 'next') return 'next'
  const count = checksBy(form, filling.service).length
  if (/^[1-9]\d{0,5}$/.test(entry) && Number(entry) <= count) return Number(entry)
  const known = count === 0 ? 'next（これから書く票）だけです' : `1（最も古い点検）から ${count} までと、next です`
  throw new UsageError(`--entry に「${entry}」は使えません。様式${form}で使えるのは ${known}。`)
}
