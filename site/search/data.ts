import type { Knowledge } from '../../src/explain/knowledge.ts'
import { globalName } from './entry.ts'
import { entriesOf } from './index.ts'

/** The index of the guideline as a script. */
export const guidelineIndex = (knowledge: Knowledge): Record<string, string> => ({
  'guideline-index.js': `globalThis.${globalName} = ${JSON.stringify(entriesOf(knowledge))}\n`,
})
