import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import type { Diagnostic } from '../src/diagnostic.ts'
import { dueTable } from '../src/exporters/due-table.ts'
import { sampleDay, sampleDeadlines } from '../src/testing/due.ts'
import type { Arguments } from './arguments.ts'
import { csvOf } from './csv.ts'
import { readDay, today } from './day.ts'
import { run } from './due.ts'
import { said } from './testing/command.ts'
import { chainOf, commitLedger } from './testing/ledger.ts'
import { shinsa, testRepository } from './testing/repository.ts'
import { UsageError } from './usage.ts'
import { run as validate } from './validate.ts'

const folder = mkdtempSync(join(tmpdir(), 'due-'))
const out = join(folder, 'out')
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.useRealTimers())

const place = (department: string, text: string): string => {
  const file = join(folder, `${department}.yml`)
  writeFileSync(file, text)
  return file
}
const use = place(
  'use',
  [
    'service: { name: A, provider: { name: B }, category: other, class: cloud, pricing: paid }',
    'department: { name: C, manager: D }',
    'use: { purpose: E, scope: F, networks: [internet], period: { start: 2026-01-15 } }',
    'information: { kinds: [], description: G }',
    'contract: { end: 2027-03-31 }',
  ].join('\n'),
)
const broken = place('broken', 'a: [')

async function written(values: Record<string, string>, paths = [use], command = run): Promise<string> {
  expect(await command({ paths, values: { out, ...values }, switches: new Set(), given: [] })).toBe(0)
  return readFileSync(out, 'utf8')
}
const itemsOf = async (values: Record<string, string>): Promise<string> =>
  JSON.parse(await written({ format: 'json', 'as-of': '2026-12-01', ...values }))
    .due.map(({ item, due }: { item: string; due: string }) => `${item} ${due}`)
    .join(', ')

describe('due', () => {
  test('近い順に示す', async () =>
    expect(await itemsOf({})).toBe('confirmation 2026-08-31, form7 2027-01-15, contract-end 2027-03-31'))

  test.each([
    [{ within: '45' }, 'confirmation 2026-08-31, form7 2027-01-15'],
    [{ within: '44' }, 'confirmation 2026-08-31'],
    [{ within: '0', 'as-of': '2027-01-15' }, 'confirmation 2026-08-31, form7 2027-01-15'],
    [{ state: 'open' }, 'contract-end 2027-03-31'],
    [{ state: 'overdue, soon' }, 'confirmation 2026-08-31, form7 2027-01-15'],
    [{ department: 'koho' }, ''],
    [{ department: '広聴広報課' }, ''],
  ])('%o で絞る', async (values: Record<string, string>, items) => expect(await itemsOf(values)).toBe(items))

  test.each([
    [{ 'as-of': '2026-02-30' }, '日付として読めません'],
    [{ 'as-of': 'R8.12.1' }, 'もしかして 2026-12-01 ですか'],
    [{ within: '-1' }, '日数として読めません'],
    [{ within: '1.5' }, '日数として読めません'],
    [{ state: 'late' }, 'open、soon、due、overdue'],
    [{ state: 'overdu' }, 'もしかして overdue ですか'],
    [{ department: 'kohoo' }, 'もしかして koho ですか'],
    [{ department: 'まったく別の何か' }, 'フォルダの名前'],
  ])('%o は使い方の誤りである', async (values: Record<string, string>, words) => {
    const failing = run({ paths: [use], values: { out, ...values }, switches: new Set(), given: [] })
    await expect(failing).rejects.toThrow(UsageError)
    await expect(failing).rejects.toThrow(words)
  })

  test('読めないファイルがあれば、そう言う', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await written({ format: 'json', 'as-of': '2026-12-01' }, [use, broken])
    expect(said.mock.calls.flat().join()).toMatch(/broken\.yml は読めない/)
    said.mockRestore()
  })

  test.each([
    ['terminal', '期限'],
    ['csv', '\ufeff期限,'],
    ['ics', 'BEGIN:VCALENDAR\r\n'],
  ])('%s でも書く', async (format, start) => expect(await written({ format, 'as-of': '2026-12-01' })).toContain(start))
})

test('許可の条件は、台帳から読んで、期限に加える', async () => {
  const repository = testRepository()
  const name = 'services/koho/careful.yml'
  repository.commit('始める')
  repository.write(name, readFileSync(use, 'utf8').replace('kinds: []', 'kinds: [personal, special-care]'))
  const commit = repository.commit('申請')
  const judgement = {
    ...{ key: '3f2a91c4', rule: '03-scope/network-matrix', pointer: '/use/networks/0', answer: 'conditional' as const },
    ...{ reason: '令和8年度末までに、閲覧の記録を点検する。', by: { user: 'jiro', userId: 12 } },
  }
  commitLedger(repository, chainOf(repository, { [commit]: { transition: 'new', judgements: [judgement] } }))
  const { output } = await shinsa(repository.folder, 'due', '--as-of', '2026-12-01', '--format', 'json')
  const found = JSON.parse(output).due.filter(({ item }: { item: string }) => item === 'condition')
  expect(found).toEqual([
    {
      ...{ file: name, department: 'koho', pointer: '/use/networks/0', item: 'condition' },
      ...{ due: '2027-03-31', state: 'open', section: '3' },
    },
  ])
  vi.stubEnv('GITHUB_REPOSITORY', 'example-city/shinsa')
  const { stdout } = await said(repository.folder, 'deadlines', '--as-of', '2027-04-01')
  vi.unstubAllEnvs()
  expect(stdout).toContain('**令和9年3月31日**（2027-03-31） 許可の条件（` D-2026-000001 `）への対応: ')
  repository.dispose()
})

describe('日付', () => {
  test.each([
    ['2026-12-31T14:59:59Z', '2026-12-31'],
    ['2026-12-31T15:00:00Z', '2027-01-01'],
  ])('%s の東京は %s', (moment, day) => {
    vi.useFakeTimers({ now: new Date(moment) })
    expect(today()).toBe(day)
  })
  test('書かなければ今日から数える', async () => {
    vi.useFakeTimers({ now: new Date('2026-12-31T15:00:00Z'), toFake: ['Date'] })
    expect(JSON.parse(await written({ format: 'json' })).asOf).toBe('2027-01-01')
  })
  test('読めない日付は、書き方を示す', () => expect(() => readDay('--as-of', 'あした')).toThrow('2026-12-01 のように'))
})

describe('csv', () => {
  const text = csvOf(dueTable(sampleDeadlines, sampleDay))
  test('表計算のためのファイル', () => expect(text).toMatchFileSnapshot('golden/due.csv.out'))
  test('BOM で始まり、CRLF で終わり、式は式でなくなる', () => {
    expect(text).toMatch(/^\ufeff期限,/)
    expect(text).toMatch(/\r\n$/)
    expect(text).toContain(`,"'=HYPERLINK(""https://example.com"")`)
    expect(text).not.toMatch(/(^|,)"?[=+\-@]/m)
  })
})

describe('validate --as-of', () => {
  const judged = async (given: Arguments): Promise<number> => {
    await validate(given)
    return 0
  }
  const diagnostics = async (values: Record<string, string>): Promise<Diagnostic[]> =>
    JSON.parse(await written({ format: 'json', ...values }, [use], judged)).diagnostics

  test('近い期限と過ぎた期限を、助言に足す', async () => {
    const without = await diagnostics({})
    const more = await diagnostics({ 'as-of': '2026-12-01' })
    const added = more.filter(
      ({ rule, message }) => !without.some((one) => one.rule === rule && one.message === message),
    )
    expect(added.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([
      '13-operation-ordinary/due advice',
      '14-monitoring/due advice',
    ])
    expect(more).toHaveLength(without.length + 2)
  })

  test('ない日付は使い方の誤りである', async () => {
    const failing = validate({ paths: [use], values: { out, 'as-of': '2026-02-30' }, switches: new Set(), given: [] })
    await expect(failing).rejects.toThrow(UsageError)
  })
})
