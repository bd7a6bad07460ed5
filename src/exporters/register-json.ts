import type { Register } from '../register.ts'

/** The shape that other programs read. */
export const registerJson = ({ asOf, at, rows }: Register): string =>
  `${JSON.stringify({ version: 1, asOf, at, services: rows }, null, 2)}\n`
