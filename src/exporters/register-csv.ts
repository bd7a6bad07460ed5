import { views } from '../register/columns.ts'
import type { Register } from '../register.ts'
import { tableOf } from './sheet.ts'

/** The register as the rows of one sheet, the headings first. */
export const registerTable = ({ rows }: Register): string[][] => tableOf(views.everything, rows)
