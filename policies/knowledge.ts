import type { Knowledge } from '../src/explain/knowledge.ts'
import { calendarCases, cases } from './cases.ts'
import { guideline } from './guideline.ts'

/** The guideline as it can be looked up. */
export const knowledge: Knowledge = { ...guideline, cases, calendarCases }
