import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { life, lifeFile } from '../src/testing/life.ts'
import { bundle } from './generate/bundle.ts'
import { chainOf, commitLedger, type Told } from './testing/ledger.ts'
import { shinsa, type TestRepository, testRepository } from './testing/repository.ts'

/** The bundle of a day on which everything was forbidden. */
const strict = `const [, , name, ...rest] = process.argv
const file = '${lifeFile}'
if (rest.includes('--base')) console.log(JSON.stringify({ version: 1, changes: [{ file, transition: 'check' }], diagnostics: [
  { file, line: 1, column: 1, endLine: 1, endColumn: 1, pointer: '', rule: 'strict', verdict: 'violation', message: '当時は禁止でした。', remedy: null, section: '3' } ] }))
else console.log(JSON.stringify({ version: 1, diagnostics: [] }))
process.exitCode = 1
`

const answered = {
  key: '3f2a91c4',
  answer: 'accept',
  reason: '記載の誤りを直しただけである。',
  by: { user: 'jiro', userId: 12 },
} as const

let repository: TestRepository
const commits: Record<string, string> = {}
beforeAll(async () => {
  repository = testRepository()
  const say = (name: string) => {
    commits[name] = repository.commit(name)
  }
  repository.write(lifeFile, life[0]!.text)
  say('before any bundle')
  repository.write('services/koho/uso.yml', 'service: 1\n')
  say('without a bundle')
  repository.remove('services/koho/uso.yml')
  for (const [path, text] of Object.entries(await bundle())) repository.write(path, text)
  repository.write('package.json', '{ "type": "module" }\n')
  say('the bundle')
  repository.write(lifeFile, life[1]!.text)
  say('form 4')
  repository.write(lifeFile, life[1]!.text.replace('accepted: true', 'accepted: false'))
  say('a violation')
  repository.write(lifeFile, life[2]!.text)
  say('mended')
  const kept = repository.git('rev-parse', 'HEAD')
  repository.write('dist/shinsa.js', strict)
  say('the strict bundle')
  repository.write(lifeFile, life[3]!.text)
  say('under strict rules')
  repository.git('checkout', '--quiet', kept, '--', 'dist')
  say('the bundle again')
  repository.write('services/soumu/link.yml', 'x: 1\n')
  say('unreadable')
}, 60_000)
afterAll(() => repository.dispose())

const audited = async (told?: Record<string, Told>) => {
  repository.git('update-ref', '-d', 'refs/heads/ledger')
  if (told !== undefined) {
    const byCommit = Object.fromEntries(Object.entries(told).map(([name, one]) => [commits[name]!, one]))
    commitLedger(repository, chainOf(repository, byCommit))
  }
  const { status, output } = await shinsa(repository.folder, 'audit', '--format', 'json')
  const { ledger, summary, merges } = JSON.parse(output)
  const named = Object.fromEntries(
    Object.entries(commits).map(([name, commit]) => [
      name,
      merges.find((one: { commit: string }) => one.commit === commit),
    ]),
  )
  return { status, ledger, summary, named }
}

test('every merge is judged again by the bundle of its first parent', async () => {
  const { status, ledger, summary, named } = await audited()
  expect({ status, ledger }).toEqual({ status: 0, ledger: false })
  expect(summary).toMatchObject({ merges: 10, before: 10, judged: 5, impossible: 3 })
  expect(named['before any bundle'].notes).toEqual(['最初のコミットなので、比べる前の版がありません。'])
  expect(named['without a bundle'].notes).toEqual(['当時はまだ審査のプログラムがなかったので、審査し直せません。'])
  expect(named['form 4']).toMatchObject({ replay: 'judged', changes: [{ file: lifeFile, transition: 'check' }] })
  expect(named['form 4'].notes).toEqual([])
  expect(named['a violation'].notes).toEqual([expect.stringContaining('要修正のまま取り込まれています')])
  expect(named.mended.notes).toEqual([])
  expect(named['the strict bundle'].replay).toBe('untouched')
  expect(named['under strict rules'].notes).toEqual([
    `${lifeFile}: 要修正のまま取り込まれています（当時は禁止でした）。`,
  ])
  expect(named.unreadable.notes.length).toBeGreaterThan(0)
}, 60_000)

test('merges are listed that stand without a valid permission', async () => {
  const { status, named } = await audited({
    'form 4': { kind: 'irregular', reasons: ['承認がありません。'] },
    mended: { judgements: [{ ...answered, rule: '09-procedure/correction', pointer: '/risks/0/accepted' }] },
    unreadable: { kind: 'irregular', reasons: ['承認がありません。'] },
  })
  expect(status).toBe(1)
  expect(Object.fromEntries(Object.entries(named).map(([name, { standing }]) => [name, standing]))).toEqual({
    'before any bundle': 'before',
    'without a bundle': 'permitted',
    'the bundle': 'permitted',
    'form 4': 'cured',
    'a violation': 'doubtful',
    mended: 'permitted',
    'the strict bundle': 'permitted',
    'under strict rules': 'doubtful',
    'the bundle again': 'permitted',
    unreadable: 'irregular',
  })
  const { output } = await shinsa(repository.folder, 'audit')
  expect(output).toContain('許可が確かめられない取込み 3件\n')
  expect(output).toMatch(/ {2}[0-9a-f]{12} 2026-07-01 許可未確認 D-2026-000009\n/)
}, 60_000)

test('nothing is left behind', () => {
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('shinsa-audit-'))).toEqual([])
  expect(repository.git('status', '--porcelain')).toBe('')
})
