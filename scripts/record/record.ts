import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { checkService } from '../../src/check.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { broughtBy } from '../../src/edit/brought.ts'
import { EditError, editService } from '../../src/edit/edit.ts'
import { valueAt } from '../../src/facts.ts'
import type { Pointer } from '../../src/pointer.ts'
import { parseSource, type SourceDocument } from '../../src/source/document.ts'
import { readFile, reasonOf, shownPath } from '../files.ts'
import { sourceOf } from '../sources.ts'
import { UsageError } from '../usage.ts'
import { replaceText } from './store.ts'

/** The file of a use, as it is before something is recorded in it. */
export type Use = { file: string; text: string; source: SourceDocument }
/** What became of a record: where it stands, or null and why not; `withheld` was allowed for. */
export type Recorded = {
  file: string
  source: SourceDocument
  written: Pointer | null
  diagnostics: Diagnostic[]
  withheld: Diagnostic[]
}

export function openUse(path: string): Use {
  if (path === '-') throw new UsageError('標準入力には書き加えられません。ファイルを指定してください。')
  const file = shownPath(path)
  try {
    const found = readFile(file)
    return { file, text: found.text ?? '', source: sourceOf(file, found) }
  } catch (error) {
    throw new UsageError(`${file} を開けません: ${reasonOf(error)}。`)
  }
}

/** The place behind the last entry of a list. */
export function nextPlace({ source }: Use, list: 'checks' | 'confirmations'): Pointer {
  const entries = valueAt(source.value, `/${list}`)
  return `/${list}/${Array.isArray(entries) ? entries.length : 0}`
}

/** What recording it would bring; null where the file takes no record at all. */
export function trial(use: Use, place: Pointer, value: object): { text: string; found: Recorded } | null {
  try {
    // A list that is not there yet begins with this.
    const text = editService(use.text, [{ pointer: place.replace(/\d+$/, '-'), value }], sheets)
    const source = parseSource(use.file, text)
    const diagnostics = broughtBy(use.source, source, policies)
    return { text, found: { file: use.file, source, written: null, diagnostics, withheld: [] } }
  } catch (error) {
    if (error instanceof EditError) return null
    throw error
  }
}

/** What is said of the file as it is. */
export const unrecorded = ({ file, source }: Use): Recorded => ({
  file,
  source,
  written: null,
  diagnostics: checkService(source, policies).diagnostics.filter(({ verdict }) => verdict === 'violation'),
  withheld: [],
})

/** Writes a record into the file, unless it brings a violation that nothing allows for. */
export function record(use: Use, place: Pointer, value: object, mayBring: readonly string[] = []): Recorded {
  const tried = trial(use, place, value)
  if (tried === null) return unrecorded(use)
  const { text, found } = tried
  const diagnostics = found.diagnostics.filter(({ rule }) => !mayBring.includes(rule))
  const withheld = found.diagnostics.filter(({ rule }) => mayBring.includes(rule))
  if (diagnostics.some(({ verdict }) => verdict === 'violation')) return { ...found, diagnostics }
  replaceText(use.file, use.text, text)
  return { ...found, written: place, diagnostics, withheld }
}
