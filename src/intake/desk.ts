import type { Sheets } from '../draft/draft.ts'
import type { Department } from '../draft/known.ts'
import type { Policies } from '../rule.ts'
import type { Problem } from './problem.ts'

/** What the desk knows besides the form: the rules, the departments, and when and as which number the form came. */
export type Desk = {
  policies: Policies
  sheets: Sheets
  departments: readonly Department[]
  /** YYYY-MM-DD, in Tokyo. */
  day: string
  number: number
}

/** A service file as it is to be, or what is missing. `remaining`: what the gate will still find. */
export type Prepared =
  | { state: 'ready'; file: string; text: string; name: string; department: string; remaining: readonly string[] }
  | { state: 'missing'; problems: readonly Problem[] }
  | { state: 'prohibited'; problems: readonly Problem[] }

export const missing = (...problems: readonly Problem[]): Prepared => ({ state: 'missing', problems })
