import { csvOf } from '../../scripts/csv.ts'

Object.assign(globalThis, { shinsaCsv: csvOf })
