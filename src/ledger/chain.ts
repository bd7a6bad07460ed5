import { bytesOf, canonical, sha256Of } from './canonical.ts'
import type { Draft, LedgerRecord, Written } from './record.ts'

const digits = (seq: number): string => String(seq).padStart(6, '0')

/** D-2026-000123. */
export const idOf = (seq: number, recordedAt: string): string => `D-${recordedAt.slice(0, 4)}-${digits(seq)}`
/** records/2026/000123.json. */
export const pathOf = (seq: number, recordedAt: string): string =>
  `records/${recordedAt.slice(0, 4)}/${digits(seq)}.json`

/** The next record of a chain: it gets its number, and names the bytes of the one before. */
export function append(last: Written | null, { recordedAt, ...draft }: Draft): Written {
  const seq = last === null ? 0 : last.record.seq + 1
  // Two computers need not agree on the time, but the years of the numbers never go back.
  const at = last !== null && last.record.recordedAt > recordedAt ? last.record.recordedAt : recordedAt
  const prev = last === null ? null : sha256Of(last.bytes)
  const record: LedgerRecord = { v: 1, seq, id: idOf(seq, at), recordedAt: at, prev, ...draft }
  return { path: pathOf(seq, at), bytes: bytesOf(canonical(record)), record }
}

/** A chain with all of these behind it. */
export function appendAll(chain: readonly Written[], drafts: readonly Draft[]): Written[] {
  const grown = [...chain]
  for (const draft of drafts) grown.push(append(grown.at(-1) ?? null, draft))
  return grown
}
