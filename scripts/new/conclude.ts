import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { checkService } from '../../src/check.ts'
import { type Draft, serviceOf } from '../../src/draft/draft.ts'
import { nextQuestions } from '../../src/draft/questions.ts'
import { writeService } from '../../src/draft/write.ts'
import { parseSource } from '../../src/source/document.ts'
import type { Result } from './result.ts'
import { writeNew } from './store.ts'

/** The file that the answers make, written unless something is missing, wrong or prohibited; `asDraft` writes it as it is. */
export function conclude(draft: Draft, target: string | null, { asDraft }: { asDraft: boolean }): Result {
  const { assessment, questions } = nextQuestions(draft, policies, sheets)
  const result = { draft, assessment, questions, file: null, text: null, source: null, diagnostics: [] }
  if (assessment.outcome === 'prohibited') return { ...result, status: 1 }
  if (questions.some(({ need }) => need === 'required') && !asDraft) return { ...result, status: 2 }
  const text = writeService(serviceOf(draft, sheets), sheets)
  const source = parseSource(target ?? '（新しいファイル）', text)
  const { diagnostics } = checkService(source, policies)
  const found = { ...result, text, source, diagnostics }
  if (diagnostics.some(({ verdict }) => verdict === 'violation') && !asDraft) return { ...found, status: 1 }
  if (target !== null) writeNew(target, text)
  return { ...found, file: target, status: 0 }
}
