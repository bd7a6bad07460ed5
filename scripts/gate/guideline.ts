import { forms, tables } from '../../policies/drawn.ts'
import { policies } from '../../policies/index.ts'
import type { Guideline } from '../../src/comment/guideline.ts'

/** What the comment knows of the guideline; its clauses and the examples of the rules stay out of the bundle. */
export const guideline: Guideline = { policies, forms, tables }
