import { canonical, sha256Of, textOf } from './canonical.ts'
import { idOf, pathOf } from './chain.ts'
import { cureFaults } from './cures.ts'
import type { LedgerRecord, RecordFile, Written } from './record.ts'
import { recordShape } from './shape.ts'

export type Verified = {
  /** What could be read, in the order of the numbers. */
  chain: Written[]
  /** Japanese sentences, one for each fault. */
  faults: string[]
}

/** Whether the files are one unbroken chain of records; needs nothing but their bytes. */
export function verifyChain(files: readonly RecordFile[]): Verified {
  const placed = files.map(read).sort((a, b) => a.number - b.number || (a.path < b.path ? -1 : 1))
  const chain = placed.flatMap(({ path, bytes, record }) => (record === null ? [] : [{ path, bytes, record }]))
  const faults = [
    ...placed.flatMap(({ faults }) => [...faults]),
    ...numberFaults(placed.map(({ number }) => number).filter((number) => number >= 0)),
    ...linkFaults(chain),
    ...cureFaults(chain.map(({ record }) => record)),
  ]
  return { chain, faults: [...new Set(faults)] }
}

type Placed = RecordFile & { number: number; record: LedgerRecord | null; faults: readonly string[] }

function read({ path, bytes }: RecordFile): Placed {
  const [, digits] = /^records\/\d{4}\/(\d{6,})\.json$/.exec(path) ?? []
  const number = digits === undefined ? -1 : Number(digits)
  const refused = (fault: string): Placed => ({ path, bytes, number, record: null, faults: [fault] })
  if (digits === undefined) return refused(`${path} は、記録を置く場所ではありません。`)
  const value = parsed(bytes)
  if (value === undefined) return refused(`${path} は、JSONとして読めません。`)
  const misshapen = recordShape(value, '')
  if (misshapen !== null) return refused(`${path} の ${misshapen}。`)
  const record = value as LedgerRecord
  const faults = [...formFaults(path, bytes, record), ...kindFaults(record)]
  return { path, bytes, number, record, faults }
}

function parsed(bytes: Uint8Array): unknown {
  const text = textOf(bytes)
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function* formFaults(path: string, bytes: Uint8Array, record: LedgerRecord): Iterable<string> {
  const { seq, id, recordedAt } = record
  if (textOf(bytes) !== canonical(record)) yield `${path} は、決まった書き方（RFC 8785）で書かれていません。`
  if (id !== idOf(seq, recordedAt)) yield `${path} の記録番号 ${id} が、順番や記録日と合いません。`
  if (path !== pathOf(seq, recordedAt)) yield `${path} の場所が、中身の記録番号 ${id} と合いません。`
}

/** What each kind of record must have, and must not. */
function* kindFaults({ id, seq, kind, main, pr, approvals }: LedgerRecord): Iterable<string> {
  if ((kind === 'genesis') !== (seq === 0))
    yield seq === 0 ? `${id} は、決定簿の始まりの記録ではありません。` : `${id} が、2つ目の始まりの記録になっています。`
  if ((kind === 'rejected') !== (main === null)) yield `${id} の取込みの記録が、種類と合いません。`
  if (isPermitted(kind) && (pr === null || approvals.length === 0))
    yield `${id} には、許可のもとになる承認がありません。`
}
const isPermitted = (kind: LedgerRecord['kind']): boolean => kind === 'permission' || kind === 'change'

function* numberFaults(numbers: readonly number[]): Iterable<string> {
  let next = 0
  for (const number of numbers) {
    if (number === next - 1) yield `番号 ${number} の記録が2つ以上あります。`
    if (number === next + 1) yield `番号 ${next} の記録がありません。`
    if (number > next + 1) yield `番号 ${next} から ${number - 1} までの記録がありません。`
    next = number + 1
  }
}

/** What each record says of the one before; nothing where that cannot be read. */
function* linkFaults(chain: readonly Written[]): Iterable<string> {
  let before: Written | null = null
  let merged: string | null = null
  for (const written of chain) {
    const { id, seq, prev, main } = written.record
    if (seq === 0 && prev !== null) yield `${id} は始まりの記録なのに、前の記録を指しています。`
    if (before?.record.seq !== seq - 1) merged = null
    else if (prev !== sha256Of(before.bytes)) yield `${id} が指す前の記録と、${before.record.id} の中身が合いません。`
    if (main !== null && merged !== null && main.parent !== merged)
      yield `${id} の取込みが、その前に記録された取込みの次のものではありません。`
    merged = main?.commit ?? merged
    before = written
  }
}
