import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { append } from '../src/ledger/chain.ts'
import type { Written } from '../src/ledger/record.ts'
import { witnessOf, wordWitness } from '../src/ledger/witness.ts'
import { life, lifeFile } from '../src/testing/life.ts'
import { chainOf, commitLedger, type Told } from './testing/ledger.ts'
import { shinsa, type TestRepository, temporaryFolder, testRepository } from './testing/repository.ts'

let repository: TestRepository
const commits: string[] = []
beforeAll(() => {
  repository = testRepository()
  repository.write('README.md', '台帳\n')
  commits.push(repository.commit('始める'))
  for (const { name, text } of life.slice(0, 3)) {
    repository.write(lifeFile, text)
    commits.push(repository.commit(name))
  }
})
afterAll(() => repository.dispose())

const judgement = {
  key: '3f2a91c4',
  rule: '07-selection/judged-criteria',
  pointer: '/criteria/3',
  answer: 'conditional',
  reason: '令和8年度末までに\u202e満たすこと。',
  by: { user: 'jiro', userId: 12 },
} as const

/** A fresh ledger on the same main. */
function withLedger(chain: readonly { path: string; bytes: Uint8Array }[]): void {
  repository.git('update-ref', '-d', 'refs/heads/ledger')
  commitLedger(repository, chain)
}
const chain = (told: Record<string, Told> = {}): Written[] =>
  chainOf(repository, { [commits[1]!]: { transition: 'new', judgements: [judgement] }, ...told })
const verify = async (...args: string[]) => {
  const { status, output } = await shinsa(repository.folder, 'ledger', 'verify', '--format', 'json', ...args)
  return { status, ...JSON.parse(output) }
}
/** A record written again over what it was, and the chain behind it as it follows. */
const rewritten = (from: readonly Written[], index: number, edit: (draft: Written['record']) => object): Written[] => {
  const grown = from.slice(0, index)
  for (const { record } of from.slice(index)) {
    const { v: _, seq: _seq, id: _id, prev: _prev, ...draft } = record
    grown.push(append(grown.at(-1) ?? null, record.seq === index ? (edit(record) as typeof draft) : draft))
  }
  return grown
}
const bare = ({ v: _, seq: _seq, id: _id, prev: _prev, ...draft }: Written['record']) => draft

describe('verify', () => {
  test('proves a ledger from git alone, and says what it proved', async () => {
    withLedger(chain())
    const { status, ok, records, tip, unrecorded } = await verify()
    expect({ status, ok, records, unrecorded }).toEqual({ status: 0, ok: true, records: 4, unrecorded: 0 })
    expect(tip).toEqual(witnessOf(chain().at(-1)!))
    const told = await shinsa(repository.folder, 'ledger', 'verify')
    expect(told.output).toBe(
      `決定簿「ledger」の記録 4件は、すべて正しくつながっています。\n末尾: ${wordWitness(tip)}\n`,
    )
  })

  test('counts the merges that wait, and works in a bare clone', async () => {
    withLedger(chain().slice(0, 3))
    expect(await verify()).toMatchObject({ status: 0, unrecorded: 1 })
    const folder = temporaryFolder()
    const bareClone = testRepository(folder)
    bareClone.git('clone', '--quiet', '--bare', repository.folder, join(folder, 'bare'))
    const { status, output } = await shinsa(join(folder, 'bare'), 'ledger', 'verify', '--format', 'json')
    expect({ status, ...JSON.parse(output) }).toMatchObject({ status: 0, records: 3 })
    bareClone.dispose()
  })

  test('row 15 ledger rewritten: content, commit and files are compared with git', async () => {
    const cases: [(draft: Written['record']) => object, string][] = [
      [
        (record) => ({ ...bare(record), files: record.files.map((file) => ({ ...file, blob: 'a'.repeat(40) })) }),
        `D-2026-000002 が記録した ${lifeFile} の中身が、取り込まれたものと違います。`,
      ],
      [(record) => ({ ...bare(record), files: [] }), `D-2026-000002 に、取り込まれた ${lifeFile} の記録がありません。`],
      [
        (record) => ({ ...bare(record), main: { parent: commits[1]!, commit: 'b'.repeat(40) } }),
        'D-2026-000002 が記録した取込み bbbbbbbbbbbb が、main の履歴にありません。',
      ],
    ]
    for (const [edit, fault] of cases) {
      withLedger(rewritten(chain(), 2, edit))
      const { status, faults } = await verify()
      expect(status).toBe(1)
      expect(faults).toContain(fault)
    }
  })

  test('row 15 ledger rewritten: a commit of the branch that changes or drops a record is found', async () => {
    withLedger(chain())
    commitLedger(
      repository,
      rewritten(chain(), 3, (record) => ({ ...bare(record), transition: 'renewal' })),
    )
    expect((await verify()).faults).toEqual([
      expect.stringMatching(
        /^決定簿のコミット [0-9a-f]{12} は、前にあった records\/2026\/000003.json を書き換えています。$/,
      ),
    ])
    withLedger(chain())
    commitLedger(repository, chain().slice(0, 3))
    expect(await verify()).toMatchObject({ status: 1, faults: [expect.stringContaining('000003.json')] })
  })

  test('row 15 ledger rewritten: the last record dropped with its commit is found by a witness', async () => {
    const whole = chain()
    withLedger(whole.slice(0, 3))
    expect(await verify()).toMatchObject({ status: 0 })
    repository.write('mail.txt', `> 記録: ${wordWitness(witnessOf(whole[3]!))}\n`)
    const mail = join(repository.folder, 'mail.txt')
    expect(await verify('--witness', mail)).toMatchObject({
      status: 1,
      faults: ['控えにある記録 D-2026-000003 が、決定簿にありません。'],
    })
    withLedger(whole)
    expect(await verify('--witness', mail)).toMatchObject({ status: 0, witnesses: 1 })
    repository.git('clean', '-fdq')
  })

  test('wrong usage ends with one sentence', async () => {
    withLedger(chain())
    const complaint = async (...args: string[]) => (await shinsa(repository.folder, 'ledger', ...args)).complaint
    expect(await complaint('verify', '--branch', 'none')).toMatch(/^決定簿のブランチ「none」が、git にありません。/)
    expect(await complaint('verify', '--witness', 'none.txt')).toBe('none.txt を開けません: 見つかりません。')
    expect(await complaint('verify', '--witness', 'README.md')).toMatch(/控え.*がありません。$/)
    expect(await complaint('verify', '--main', 'none')).toMatch(/^「none」という版は/)
    expect(await complaint('show')).toMatch(/^ledger show には/)
    expect(await complaint('shwo', 'x')).toBe('ledger に shwo という操作はありません。もしかして show ですか。')
    expect(await complaint('verify', 'x')).toBe('ledger verify に「x」は余分です。')
    expect(await complaint('show', 'D-2026-000009')).toMatch(/^記録 D-2026-000009 は決定簿にありません。/)
    expect(await complaint('show', 'services/soumu/ikn.yml')).toBe(
      `services/soumu/ikn.yml というファイルは、決定簿にも main にもありません。もしかして ${lifeFile} ですか。`,
    )
  })
})

describe('show', () => {
  const show = async (what: string) => (await shinsa(repository.folder, 'ledger', 'show', what)).output
  const json = async (what: string) =>
    JSON.parse((await shinsa(repository.folder, 'ledger', 'show', what, '--format', 'json')).output)

  test('tells who permitted what, with the conditions', async () => {
    withLedger(chain())
    expect(await json(lifeFile)).toMatchObject({
      version: 1,
      state: 'permitted',
      current: true,
      inForce: { id: 'D-2026-000003', approvals: [{ user: 'jiro' }] },
      conditions: [{ id: 'D-2026-000001', reason: judgement.reason }],
      records: [{ seq: 1 }, { seq: 2 }, { seq: 3 }],
    })
    const text = await show(lifeFile)
    expect(text).toMatch(new RegExp(`^${lifeFile} 許可\n`))
    expect(text).toContain('  令和8年度末までに<U+202E>満たすこと。（D-2026-000001 2026-07-01 令和8年7月1日 jiro）\n')
    expect(text).not.toContain('\u202e')
    const record = await show('d-2026-000001')
    expect(record).toContain('D-2026-000001 2026-07-01 令和8年7月1日 許可・新規\n')
    expect(record).toContain('  判断  3f2a91c4 ')
    expect((await json('D-2026-000001')).record).toMatchObject({ seq: 1, kind: 'permission' })
  })

  test('never calls permitted what nobody permitted', async () => {
    withLedger(chain({ [commits[3]!]: { kind: 'irregular', reasons: ['承認がありません。'] } }))
    expect(await json(lifeFile)).toMatchObject({ state: 'unconfirmed', inForce: { seq: 2 }, current: false })
    expect(await show(lifeFile)).toContain('許可未確認\n  D-2026-000003 の取込みには、許可が確かめられていません。\n')
    expect(await show('D-2026-000003')).toContain(`  許可が確かめられていない: ${lifeFile}\n`)
    expect(await verify()).toMatchObject({ status: 0, irregular: [{ id: 'D-2026-000003', files: [lifeFile] }] })
  })

  test('knows a file that no record names, and content that is newer than the ledger', async () => {
    withLedger(chain().slice(0, 3))
    expect(await json(lifeFile)).toMatchObject({ state: 'permitted', current: false })
    expect(await show(lifeFile)).toContain('main の今の中身は、許可された中身と違います。')
    withLedger(chain().slice(0, 1))
    expect(await json(lifeFile)).toMatchObject({ state: 'none', inForce: null })
  })
})
