import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { permitted, sample } from '../testing/ledger.ts'
import { appendAll } from './chain.ts'
import { isOpen, openPaths } from './cures.ts'
import { decisionNotice, irregularIssue } from './notice.ts'
import { permissionOf } from './permission.ts'
import { type Draft, empty, type LedgerRecord, type RecordFile } from './record.ts'
import { verifyChain } from './verify.ts'
import { checkWitnesses, witnessesIn, witnessOf, wordWitness } from './witness.ts'

const faultsOf = (files: readonly RecordFile[]): string[] => verifyChain(files).faults
const chain = sample()
const tip = witnessOf(chain.at(-1)!)

/** The same chain with one record written again, and everything after it as it was. */
function rewritten(index: number, edit: (record: LedgerRecord) => object): RecordFile[] {
  return chain.map((written, at) =>
    at === index
      ? { ...written, bytes: Buffer.from(JSON.stringify(edit(written.record))) }
      : { path: written.path, bytes: written.bytes },
  )
}

describe('a chain', () => {
  test('of the writer is whole, in any order of its files', () => {
    expect(faultsOf(chain)).toEqual([])
    expect(faultsOf([...chain].reverse())).toEqual([])
    expect(verifyChain([...chain].reverse()).chain.map(({ record }) => record.seq)).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('row 15 ledger rewritten: any byte flipped is found, in the last record by a witness', () => {
    const places = chain.flatMap(({ bytes }, index) => Array.from(bytes, (_, offset) => [index, offset] as const))
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 255 }), ([index, offset], mask) => {
        const files = chain.map(({ path, bytes }) => ({ path, bytes: Uint8Array.from(bytes) }))
        files[index]!.bytes[offset]! ^= mask
        const { chain: read, faults } = verifyChain(files)
        const all = [...faults, ...checkWitnesses([tip], read)]
        expect(all.length).toBeGreaterThan(0)
        for (const fault of all) expect(fault).toMatch(/^[^。]+。$/)
        if (index < chain.length - 1) expect(faults.length).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })

  test('row 15 ledger rewritten: the last record dropped is found by a witness only', () => {
    const { chain: read, faults } = verifyChain(chain.slice(0, -1))
    expect(faults).toEqual([])
    expect(checkWitnesses([tip], read)).toEqual([`控えにある記録 ${tip.id} が、決定簿にありません。`])
  })

  test('any other record dropped is found', () => {
    for (let index = 0; index < chain.length - 1; index += 1)
      expect(faultsOf(chain.filter((_, at) => at !== index))).toContain(`番号 ${index} の記録がありません。`)
  })

  test.each<[string, RecordFile[], string]>([
    [
      'a record elsewhere',
      [...chain, { path: 'README.md', bytes: Buffer.from('{}') }],
      'README.md は、記録を置く場所ではありません。',
    ],
    [
      'no JSON',
      [...chain.slice(0, 5), { ...chain[5]!, bytes: Buffer.from('{') }],
      `${chain[5]!.path} は、JSONとして読めません。`,
    ],
    [
      'no UTF-8',
      [...chain.slice(0, 5), { ...chain[5]!, bytes: Buffer.from([0x22, 0xff, 0x22]) }],
      `${chain[5]!.path} は、JSONとして読めません。`,
    ],
    [
      'an unknown key',
      rewritten(5, (record) => ({ ...record, extra: 1 })),
      `${chain[5]!.path} の /extra という項目はありません。`,
    ],
    [
      'a key of the prototype',
      rewritten(5, (record) => ({ ...record, toString: 1 })),
      `${chain[5]!.path} の /toString という項目はありません。`,
    ],
    ['a missing key', rewritten(5, ({ pr: _, ...record }) => record), `${chain[5]!.path} の /pr がありません。`],
    [
      'a wrong type',
      rewritten(5, (record) => ({ ...record, seq: '5' })),
      `${chain[5]!.path} の /seq が番号ではありません。`,
    ],
    [
      'keys in another order',
      rewritten(5, ({ v, ...record }) => ({ ...record, v })),
      `${chain[5]!.path} は、決まった書き方（RFC 8785）で書かれていません。`,
    ],
    [
      'a wrong id',
      rewritten(5, (record) => ({ ...record, id: 'D-2026-000006' })),
      `${chain[5]!.path} の記録番号 D-2026-000006 が、順番や記録日と合いません。`,
    ],
    [
      'a wrong number',
      rewritten(5, (record) => ({ ...record, seq: 6, id: 'D-2026-000006' })),
      `${chain[5]!.path} の場所が、中身の記録番号 D-2026-000006 と合いません。`,
    ],
    [
      'a broken link',
      rewritten(5, (record) => ({ ...record, prev: '0'.repeat(64) })),
      `${chain[5]!.record.id} が指す前の記録と、${chain[4]!.record.id} の中身が合いません。`,
    ],
    [
      'a second genesis',
      rewritten(5, (record) => ({ ...record, kind: 'genesis' })),
      `${chain[5]!.record.id} が、2つ目の始まりの記録になっています。`,
    ],
    [
      'a skipped commit',
      rewritten(5, (record) => ({ ...record, main: { ...record.main, parent: 'f'.repeat(40) } })),
      `${chain[5]!.record.id} の取込みが、その前に記録された取込みの次のものではありません。`,
    ],
    [
      'a permission without approval',
      rewritten(1, (record) => ({ ...record, approvals: [] })),
      `${chain[1]!.record.id} には、許可のもとになる承認がありません。`,
    ],
    [
      'a rejection with a merge',
      rewritten(5, (record) => ({ ...record, kind: 'rejected' })),
      `${chain[5]!.record.id} の取込みの記録が、種類と合いません。`,
    ],
    [
      'two records of one number',
      [...chain, { ...chain[5]!, path: 'records/2027/000005.json' }],
      '番号 5 の記録が2つ以上あります。',
    ],
    [
      'no genesis',
      rewritten(0, (record) => ({ ...record, kind: 'irregular' })),
      `${chain[0]!.record.id} は、決定簿の始まりの記録ではありません。`,
    ],
  ])('refuses %s', (_, files, fault) => {
    expect(faultsOf(files)).toContain(fault)
  })

  test('gives no number back when clocks disagree', () => {
    const late: Draft = { ...permitted('a'), recordedAt: '2027-01-01T00:00:00+09:00' }
    const early: Draft = { ...permitted('b', { parent: late.main!.commit }), recordedAt: '2026-12-31T23:59:59+09:00' }
    const grown = appendAll(chain.slice(0, 1), [late, early])
    expect(grown.map(({ record }) => record.id)).toEqual(['D-2026-000000', 'D-2027-000001', 'D-2027-000002'])
  })
})

describe('what is in force', () => {
  const records = chain.map(({ record }) => record)
  const file = 'services/koho/youtube.yml'

  test('is the newest permission, with the conditions of its application', () => {
    const before = permissionOf(file, records.slice(0, 3))
    expect(before).toMatchObject({ state: 'permitted', inForce: { seq: 2 }, blob: '2'.repeat(40) })
    expect(before.conditions).toMatchObject([
      { id: 'D-2026-000001', answer: 'conditional', reason: '令和8年度末までに移す。' },
    ])
  })

  test('is unconfirmed behind a merge that nobody approved, until a later record names it', () => {
    expect(permissionOf(file, records.slice(0, 4))).toMatchObject({ state: 'unconfirmed', inForce: { seq: 2 } })
    expect(permissionOf(file, records)).toMatchObject({ state: 'permitted', inForce: { seq: 5 }, irregular: [] })
    const unnamed = records.map(({ cures: _, ...record }) => record)
    expect(permissionOf(file, unnamed).state).toBe('unconfirmed')
  })

  test('ends with the termination, and is nothing for a file that no record names', () => {
    const ended = appendAll(chain, [
      { ...permitted('6', { parent: records[5]!.main!.commit }), transition: 'termination' },
    ])
    const mended = appendAll(ended, [{ ...permitted('7', { parent: '6'.repeat(40) }), transition: 'correction' }])
    for (const one of [ended, mended])
      expect(
        permissionOf(
          file,
          one.map(({ record }) => record),
        ).state,
      ).toBe('ended')
    expect(permissionOf('services/koho/other.yml', records)).toMatchObject({ state: 'none', inForce: null, blob: null })
  })

  test('answers given again replace the earlier ones, and a new application asks anew', () => {
    const again = {
      ...permitted('6', { parent: records[5]!.main!.commit }),
      judgements: [{ ...records[1]!.judgements[0]!, answer: 'accept' as const }],
    }
    const later = appendAll(chain, [{ ...again, transition: 'correction' }]).map(({ record }) => record)
    expect(permissionOf(file, later).conditions).toEqual([])
    const renewed = appendAll(chain, [{ ...again, judgements: [], transition: 'renewal' }]).map(({ record }) => record)
    expect(permissionOf(file, renewed).conditions).toEqual([])
  })
})

describe('cures', () => {
  const irregular = (paths: string[]): Draft => ({
    ...empty,
    kind: 'irregular',
    main: { parent: '0'.repeat(40), commit: 'e'.repeat(40) },
    files: paths.map((path) => ({ path, blob: 'e'.repeat(40), outcome: null, form: null })),
    recordedAt: '2026-07-02T00:00:00+09:00',
  })
  const curing = (path: string, parent: string, commit: string): Draft => ({
    ...permitted(commit, { parent, path }),
    cures: [1],
  })

  test('cover the files that they share, and no others', () => {
    const grown = appendAll(chain.slice(0, 1), [
      irregular(['services/a/a.yml', 'services/a/b.yml']),
      curing('services/a/a.yml', 'e'.repeat(40), '5'),
    ])
    const records = grown.map(({ record }) => record)
    expect(faultsOf(grown)).toEqual([])
    expect(openPaths(records[1]!, records)).toEqual(['services/a/b.yml'])
    expect(isOpen(records[1]!, records)).toBe(true)
    expect(permissionOf('services/a/a.yml', records).state).toBe('permitted')
    expect(permissionOf('services/a/b.yml', records).state).toBe('unconfirmed')
  })

  test('of another file, of a later record or by a rejection are faults', () => {
    const other = appendAll(chain.slice(0, 1), [
      irregular(['services/a/a.yml']),
      curing('services/b/b.yml', 'e'.repeat(40), '5'),
    ])
    expect(faultsOf(other)).toEqual([
      'D-2026-000002 が正すとする番号 1 は、前にある同じファイルの許可未確認の記録ではありません。',
    ])
    const early = appendAll(chain.slice(0, 1), [
      curing('services/a/a.yml', '0'.repeat(40), '5'),
      { ...irregular(['services/a/a.yml']), main: { parent: '5'.repeat(40), commit: 'e'.repeat(40) } },
    ])
    expect(faultsOf(early)).toHaveLength(1)
    const rejected = appendAll(chain.slice(0, 1), [
      irregular(['services/a/a.yml']),
      { ...curing('services/a/a.yml', '', '5'), kind: 'rejected', main: null },
    ])
    expect(faultsOf(rejected)).toEqual(['D-2026-000002 は許可の記録ではないので、ほかの記録を正せません。'])
  })
})

test('what is told of a record has room in a comment, and ends with its witness', () => {
  const paths = [...Array(500).keys()].map((number) => `src/${'あ'.repeat(1300)}${number}.ts`)
  const judgement = {
    key: '9b07e1d2',
    rule: 'x',
    pointer: '',
    answer: 'conditional',
    reason: `長い理由\n${'い'.repeat(60_000)}`,
    by: { user: 'jiro', userId: 12 },
  } as const
  const [written] = appendAll(chain, [
    {
      ...permitted('6', { parent: chain[5]!.record.main!.commit }),
      files: paths.map((path) => ({ path, blob: 'e'.repeat(40), outcome: null, form: null })),
      judgements: [judgement, judgement],
      reasons: Array(500).fill('承認がありません。'),
    },
  ]).slice(-1)
  for (const body of [decisionNotice(written!)?.body, irregularIssue(written!).body]) {
    expect(body?.length).toBeLessThan(65_536)
    expect(body?.endsWith(`\n${wordWitness(witnessOf(written!))}\n\`\`\``)).toBe(true)
  }
})

describe('witnesses', () => {
  test('are found in a mail, whatever it did to the text', () => {
    const mail = `> 記録 \`${wordWitness(tip).slice(0, 40)}\n> ${wordWitness(tip).slice(40)}\` です。\n${wordWitness(tip)}`
    expect(witnessesIn(mail)).toEqual([tip])
    expect(witnessesIn('D-2026-000001 sha256:abc')).toEqual([])
  })

  test('of every record agree with the chain, and of no other', () => {
    expect(checkWitnesses(chain.map(witnessOf), chain)).toEqual([])
    expect(checkWitnesses([{ ...tip, hash: 'a'.repeat(64) }], chain)).toEqual([
      `記録 ${tip.id} の中身が、控えと違います。`,
    ])
  })
})
