import { sha256Of } from './canonical.ts'
import type { Written } from './record.ts'

/** A hash of the newest record, told to somebody who keeps it elsewhere: the ledger cannot be rewritten behind it. */
export type Witness = { id: string; hash: string }

export const witnessOf = ({ record, bytes }: Written): Witness => ({ id: record.id, hash: sha256Of(bytes) })

/** As it stands in comments, mails and issues. */
export const wordWitness = ({ id, hash }: Witness): string => `${id} sha256:${hash}`

/** Every witness in a text, whatever stands around it: mails break lines and quote. */
export function witnessesIn(text: string): Witness[] {
  const plain = text.normalize('NFKC').replaceAll(/[\s>`*]/g, '')
  const found = plain.matchAll(/(D-\d{4}-\d{6,}?)sha256:([0-9a-f]{64})/gi)
  const all = Array.from(found, ([, id = '', hash = '']) => ({ id: id.toUpperCase(), hash: hash.toLowerCase() }))
  return all.filter(({ id, hash }, index) => all.findIndex((other) => other.id === id && other.hash === hash) === index)
}

/** What the chain does not have any more as it was told: a Japanese sentence each. */
export function checkWitnesses(witnesses: readonly Witness[], chain: readonly Written[]): string[] {
  const hashes = new Map(chain.map((written) => [written.record.id, sha256Of(written.bytes)]))
  return witnesses.flatMap(({ id, hash }) => {
    if (!hashes.has(id)) return [`控えにある記録 ${id} が、決定簿にありません。`]
    return hashes.get(id) === hash ? [] : [`記録 ${id} の中身が、控えと違います。`]
  })
}
