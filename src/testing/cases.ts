export type { Cases, Difference, Failing } from '../cases.ts'
