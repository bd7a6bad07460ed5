import type { LedgerRecord } from './record.ts'

const permits = ({ kind }: LedgerRecord): boolean => kind === 'permission' || kind === 'change'
const pathsOf = ({ files }: LedgerRecord): string[] => files.map(({ path }) => path)

/** The files of an irregular record that no later permitted record has named it for. */
export function openPaths(irregular: LedgerRecord, records: readonly LedgerRecord[]): string[] {
  const cured = new Set(curesOf(irregular, records).flatMap(pathsOf))
  return pathsOf(irregular).filter((path) => !cured.has(path))
}

/** The later permitted records that name it. */
const curesOf = (irregular: LedgerRecord, records: readonly LedgerRecord[]): LedgerRecord[] =>
  records.filter((record) => permits(record) && record.seq > irregular.seq && record.cures?.includes(irregular.seq))

/** A commit without files is open until a record names it. */
export const isOpen = (irregular: LedgerRecord, records: readonly LedgerRecord[]): boolean =>
  irregular.kind === 'irregular' &&
  (irregular.files.length === 0 ? curesOf(irregular, records).length === 0 : openPaths(irregular, records).length > 0)

/** What a permitted change of these files cures: the writer names it, and nothing else closes it. */
export const curable = (paths: readonly string[], records: readonly LedgerRecord[]): number[] =>
  records
    .filter((record) => isOpen(record, records))
    .filter((record) => record.files.length === 0 || openPaths(record, records).some((path) => paths.includes(path)))
    .map(({ seq }) => seq)

/** Cures that cannot be: of what is no irregular record, by what permits nothing, of files that are not in both. */
export function* cureFaults(records: readonly LedgerRecord[]): Iterable<string> {
  for (const record of records)
    for (const seq of record.cures ?? []) {
      const cured = records.find((other) => other.seq === seq)
      const shares = cured?.files.length === 0 || cured?.files.some(({ path }) => pathsOf(record).includes(path))
      if (!permits(record)) yield `${record.id} は許可の記録ではないので、ほかの記録を正せません。`
      else if (cured?.kind !== 'irregular' || seq >= record.seq || !shares)
        yield `${record.id} が正すとする番号 ${seq} は、前にある同じファイルの許可未確認の記録ではありません。`
    }
}
