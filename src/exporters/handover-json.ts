import type { Handover } from '../handover.ts'

/** The shape that other programs read. */
export const handoverJson = ({ asOf, department, departmentName, uses }: Handover): string =>
  `${JSON.stringify({ version: 1, asOf, department: { slug: department, name: departmentName }, services: uses }, null, 2)}\n`
