import type { Diagnostic } from '../diagnostic.ts'
import type { Reporter } from './reporter.ts'
import { countVerdicts } from './words.ts'

/** The shape that other programs read: the order of the keys is fixed, so that two runs compare byte by byte. */
export const json: Reporter = ({ diagnostics, files, changes }) => {
  const document = {
    version: 1,
    files,
    summary: countVerdicts(diagnostics),
    diagnostics: diagnostics.map(inOrder),
    ...(changes === undefined ? {} : { changes: changes.map(({ file, transition }) => ({ file, transition })) }),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const inOrder = (diagnostic: Diagnostic): Diagnostic => {
  const { file, line, column, endLine, endColumn, pointer, rule, verdict, message, remedy, section } = diagnostic
  return { file, line, column, endLine, endColumn, pointer, rule, verdict, message, remedy, section }
}
