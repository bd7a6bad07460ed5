import { join } from 'node:path'
import { type Fault, parseSource, type SourceDocument } from '../src/source/document.ts'
import { type Found, findFiles, readFile, reasonOf, repository, shownPath, type Unopened } from './files.ts'

export type Sources = { sources: Iterable<SourceDocument>; unopened: Unopened[] }

/** Every file at the paths, parsed one after the other; no path means all of services/. */
export function readSources(paths: readonly string[]): Sources {
  const { files, unopened } = findFiles(paths.length > 0 ? paths : [shownPath(join(repository(), 'services'))])
  return { sources: opened(), unopened }

  function* opened(): Iterable<SourceDocument> {
    for (const file of files) {
      try {
        yield openSource(file)
      } catch (error) {
        unopened.push({ path: file, reason: reasonOf(error) })
      }
    }
  }
}

/** One file, parsed; throws only where it cannot be opened. */
export const openSource = (file: string): SourceDocument => sourceOf(file, readFile(file))

/** What was found, parsed. */
export function sourceOf(file: string, { text, faults }: Found): SourceDocument {
  if (text === null) return unreadable(file, faults)
  const source = parseSource(file, text)
  return faults.length === 0 ? source : { ...source, faults: [...faults, ...source.faults] }
}

/** A file without a text: its faults say all that there is to say. */
function unreadable(file: string, faults: Fault[]): SourceDocument {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 }
  const rangeOf = () => start
  return { file, text: '', value: undefined, readable: false, faults, refused: [], rangeOf, rangeOfKey: rangeOf }
}
