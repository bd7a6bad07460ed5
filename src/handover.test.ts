import { expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { sheets } from '../policies/sheets.ts'
import { handoverHtml } from './exporters/handover-html.ts'
import { handoverJson } from './exporters/handover-json.ts'
import { questionsOf } from './gate/judgements.ts'
import { tasksOf } from './handover/tasks.ts'
import { type Handover, handoverUse } from './handover.ts'
import { appendAll } from './ledger/chain.ts'
import type { LedgerRecord } from './ledger/record.ts'
import { handoverTerminal } from './reporters/handover.ts'
import { permitted } from './testing/ledger.ts'
import { sampleContext, sampleSources } from './testing/register.ts'

const titles = sheets.titles?.['/checks/*/items/*/id'] ?? {}
const handoverOf = (folder: string, records: readonly LedgerRecord[] | null = sampleContext.records): Handover => ({
  asOf: sampleContext.asOf,
  department: folder,
  departmentName: folder,
  hasLedger: records !== null,
  uses: sampleSources
    .filter(({ file }) => file.startsWith(`services/${folder}/`))
    .map((source) => handoverUse(source, source.file, { ...sampleContext, records, titles })),
})
const screen = { width: 100, colour: false }

test('期限、決定、残っていることを、課ごとに', () => {
  const [use] = handoverOf('bunka').uses
  expect(use!.due.map(({ item }) => item)).toContain('form5')
  expect(use!.decisions.map(({ what, number }) => `${what} ${number}`)).toEqual([
    '利用申請（新規） R8-0012',
    '情報化企画書の可否決定: 可 8練総総第12号',
    '許可（新規） D-2026-000001',
  ])
  expect(use!.remaining.map(({ form, result, note }) => `${form} ${result} ${note}`)).toEqual([
    '4 no null',
    '5 partial 残りは2月に行う。',
  ])
})

test('答えのある問いは、もう残っていない。事実が変わった問いは残る', () => {
  const source = sampleSources.find(({ file }) => file === 'services/bunka/yoyaku.yml')!
  const questions = questionsOf(source, policies)
  expect(questions.length).toBeGreaterThan(0)
  const answered = (keys: readonly string[]): LedgerRecord[] =>
    appendAll(
      [],
      [
        {
          ...permitted('1', { path: source.file }),
          judgements: questions.map(({ rule, pointer }, index) => ({
            ...{ key: keys[index]!, rule, pointer, answer: 'accept' as const },
            ...{ reason: '確かめた。', by: { user: 'jiro', userId: 12 } },
          })),
        },
      ],
    ).map(({ record }) => record)
  const openWith = (records: LedgerRecord[]) => handoverOf('bunka', records).uses[0]!.questions.length
  expect(openWith(answered(questions.map(({ hash }) => hash.slice(0, 8))))).toBe(0)
  expect(openWith(answered(questions.map(() => '00000000')))).toBe(questions.length)
})

test('終了した利用に、判断も点検も残らない。証明書は残る', () => {
  const ended = handoverOf('zaisei').uses.find(({ status }) => status === 'ended')!
  expect([ended.questions, ended.remaining]).toEqual([[], []])
  expect(ended.due.map(({ due }) => due)).toEqual(['2026-11-30'])
})

test('同じ日に切れるものは、一つのすることである', () => {
  const { uses, ...handover } = handoverOf('bunka')
  const [use] = uses
  const due = use!.due.slice(0, 1)
  const tasks = tasksOf({ ...handover, uses: [{ ...use!, due: [...due, ...due, ...due] }] })
  expect(tasks.map(({ more }) => more)).toEqual([2])
})

test.each(['bunka', 'koho', 'zaisei'])('%s の引継書', async (folder) => {
  const handover = handoverOf(folder)
  await expect(handoverHtml(handover)).toMatchFileSnapshot(`exporters/golden/handover-${folder}.html.out`)
  await expect(handoverTerminal(handover, screen)).toMatchFileSnapshot(`reporters/golden/handover-${folder}.out`)
  expect(JSON.parse(handoverJson(handover))).toMatchObject({ version: 1, department: { slug: folder } })
})

test('書かれたものは、文字のままである', () => {
  const handover = handoverOf('unknown')
  const page = handoverHtml(handover)
  expect(page).not.toMatch(/<script|<img|<[^>]* on\w+=/i)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(handoverTerminal(handover, screen)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
})

test('台帳がなければ、そう言う。利用がなければ、ないと言う', () => {
  expect(handoverTerminal(handoverOf('bunka', null), screen)).toContain('決定の台帳がないため')
  const nothing = handoverOf('nobody')
  expect(handoverTerminal(nothing, screen)).toContain('現在 0件\n')
  expect(handoverHtml(nothing)).toContain('<p>ありません。</p>')
})
