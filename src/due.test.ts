import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { readingOf } from './check.ts'
import { checkCalendar, type Deadline, dueOf } from './due.ts'
import { parseSource } from './source/document.ts'
import { blameless, differing } from './testing/blameless.ts'
import type { Difference } from './testing/cases.ts'

const file = 'services/koho/youtube.yml'
const dues = (given: Difference, asOf: string): Deadline[] =>
  dueOf(file, readingOf(differing(blameless, given)), policies, asOf)
const short = ({ item, due, state }: Pick<Deadline, 'item' | 'due' | 'state'>): string => `${due} ${item} ${state}`
const important = { information: { kinds: ['personal'] } }

describe('dueOf', () => {
  test('契約にある形の鍵を持つ', () => {
    expect(
      dues({ ...important, contract: null, checks: [{ form: 5, date: '2025-10-30', items: [] }] }, '2026-12-01'),
    ).toEqual([
      expect.objectContaining({ item: 'form4', due: '2026-07-01', state: 'overdue', section: '10' }),
      {
        file,
        department: 'koho',
        pointer: '/checks',
        item: 'form5',
        due: '2026-10-30',
        state: 'due',
        section: '11',
        rule: '11-operation/due',
        service: '例示サービス',
        departmentName: '総務部 総務課',
        subject: '様式5（運用・保守）の点検',
        remedy: expect.stringMatching(/。$/),
        suspended: false,
      },
    ])
  })

  test('利用停止の間は、どの期限もそう示す', () => {
    const suspension = { date: '2026-11-20', reason: '止めたため。', until: '2026-12-31' }
    const stopped = (asOf: string) => dues({ suspension }, asOf).map(({ suspended }) => suspended)
    expect(new Set(stopped('2026-12-31'))).toEqual(new Set([true]))
    expect(new Set(stopped('2027-01-01'))).toEqual(new Set([false]))
  })

  test('日付、項目の順に並び、同じ日の同じ項目はファイルの順である', () => {
    const criteria = Array.from({ length: 11 }, (_, index) => ({
      number: index + 1,
      result: 'met',
      validUntil: '2027-03-31',
    }))
    const found = dues({ ...important, criteria }, '2026-07-01')
    expect(found.map(({ item }) => item).join()).toBe(`form4,form5,contract-end${',evidence'.repeat(11)}`)
    expect(found.slice(3).map(({ pointer }) => pointer)).toEqual(
      criteria.map((_, index) => `/criteria/${index}/validUntil`),
    )
  })

  test('置き場所のないものは、課が空である', () => {
    expect(dueOf('-', readingOf(blameless), policies, '2026-07-01')[0]?.department).toBe('')
  })

  test('拒まれた記載は、ほかの期限を隠さない', () => {
    const found = dues(
      {
        service: { name: 1 },
        department: { name: ' ' },
        use: { period: { start: '2026-02-30' } },
        contract: { end: '2027-03-31' },
        criteria: [
          { number: 1, result: 'met', validUntil: 'R9' },
          { number: 2, result: 'met', validUntil: '2027-01-31' },
        ],
      },
      '2026-12-01',
    )
    expect(found.map(short)).toEqual(['2027-01-31 evidence open', '2027-03-31 contract-end open'])
    expect(found[0]).toMatchObject({ service: '', departmentName: '' })
  })

  test('終了の日が読めなければ、終了していないとは言えない', () => {
    expect(
      dues({ termination: { date: 'いつか', data: { certificateDue: '2027-04-30' } } }, '2027-05-01').map(short),
    ).toEqual(['2027-04-30 evidence overdue'])
  })

  test.each([
    ['事実が足りない', { service: { class: null } }],
    ['使えない', { use: { networks: ['lgwan'] } }],
    ['対象外', { use: { governedBy: 'sns-guideline' } }],
  ])('%s利用には期限がない', (_, given) => expect(dues(given, '2027-09-01')).toEqual([]))

  test('何であっても答える', () => {
    for (const value of [null, 0, '', [], {}, { use: [] }, { checks: 1 }, { termination: [] }])
      expect(dueOf(file, readingOf(value), policies, '2027-09-01')).toEqual([])
  })
})

describe('checkCalendar', () => {
  const textOf = (...more: string[]): string =>
    [
      'service: { name: A, provider: { name: B }, category: other, class: cloud, pricing: paid }',
      'department: { name: C, manager: D }',
      'use: { purpose: E, scope: F, networks: [internet], period: { start: 2024-07-01 } }',
      'information: { kinds: [personal], description: G }',
      ...more,
    ].join('\n')
  const check = (asOf: string, ...more: string[]) => checkCalendar(parseSource(file, textOf(...more)), policies, asOf)

  test('助言として、ある場所か、それを欠く場所を指す', () => {
    const found = check(
      '2026-12-01',
      'checks:',
      '  - { form: 4, date: 2024-06-28, items: [] }',
      '  - { form: 5, date: 2025-10-30, items: [] }',
      'contract: { end: 2026-12-31 }',
    )
    expect(found).toMatchObject([
      { rule: '14-monitoring/due', pointer: '', line: 1, section: '14' },
      { rule: '11-operation/due', pointer: '/checks', line: 6, section: '11' },
      { rule: '08-procurement/contract-end', pointer: '/contract/end', line: 8, column: 18, section: '8' },
    ])
    expect(found.map(({ verdict }) => verdict)).toEqual(['advice', 'advice', 'advice'])
    expect(found.map(({ message }) => message)).toEqual([
      '利用状況の確認（台帳調査）の期限（令和7年8月31日、2025-08-31）を過ぎています。',
      '様式5（運用・保守）の点検の目安日は令和8年10月30日（2026-10-30）でした。',
      '令和8年12月31日（2026-12-31）は、契約の更新・更改・終了の手続きの期限です。',
    ])
  })

  test('余裕のあるものは言わない', () => expect(check('2024-04-01').map(({ rule }) => rule)).toEqual([]))

  test('明示した null も、ないのと同じである', () =>
    expect(check('2024-07-01', 'checks: null').map(({ pointer }) => pointer)).toEqual(['', '']))

  test('読めないファイルでは何も言わない', () =>
    expect(checkCalendar(parseSource(file, 'a: [1\nb: }'), policies, '2026-12-01')).toEqual([]))
})

describe('無作為な利用の一年', () => {
  const millisecondsOfDay = 86_400_000
  const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)
  const dayIn = (from: string, to: string) =>
    fc
      .integer({ min: Date.parse(from) / millisecondsOfDay, max: Date.parse(to) / millisecondsOfDay })
      .map((day) => iso(day * millisecondsOfDay))
  const any = dayIn('2023-01-01', '2029-12-31')
  const record = (...forms: number[]) =>
    fc.record({ form: fc.constantFrom(...forms), date: any, items: fc.constant([]) })

  const uses = fc.record({
    important: fc.boolean(),
    exempt: fc.boolean(),
    start: fc.option(any),
    forms: fc.array(record(4, 5, 7), { maxLength: 4 }),
    confirmed: fc.array(any, { maxLength: 2 }),
    contractEnd: fc.option(any),
    validUntil: fc.option(any),
    promised: fc.option(any),
    ended: fc.option(any, { freq: 4 }),
    certificateDue: fc.option(any),
    certificate: fc.boolean(),
  })
  type Use = typeof uses extends fc.Arbitrary<infer Value> ? Value : never

  const fileOf = (use: Use): unknown => ({
    service: { name: 'A', provider: { name: 'B' }, category: 'other', class: 'cloud', pricing: 'paid' },
    department: { name: 'C', manager: 'D' },
    use: {
      ...{ purpose: 'E', scope: 'F', networks: ['internet'], exemption: use.exempt ? 'post' : null },
      period: { start: use.start },
    },
    information: { kinds: use.important ? ['personal'] : [], description: 'G' },
    contract: { end: use.contractEnd },
    criteria: [{ number: 1, result: 'met', validUntil: use.validUntil }],
    conditions: [{ id: 'sensitive-care', date: use.promised }],
    checks: use.forms,
    confirmations: use.confirmed.map((date) => ({ date, status: 'in-use' })),
    termination:
      use.ended === null
        ? null
        : { date: use.ended, data: { certificateDue: use.certificateDue, certificate: use.certificate ? '45' : null } },
  })

  /** Written from the service model alone, day by day and with a clock. */
  function expected(use: Use, asOf: string): string[] {
    const found: [day: string, item: string, last: string | null][] = []
    const ended = use.ended !== null && asOf >= use.ended
    if (!use.exempt && use.ended && use.certificateDue && !use.certificate)
      found.push([use.certificateDue, 'evidence', null])
    if (!ended) {
      if (!use.exempt) {
        if (use.contractEnd) found.push([use.contractEnd, 'contract-end', null])
        if (use.validUntil) found.push([use.validUntil, 'evidence', null])
        if (use.promised && isOpenPromise(use, use.promised, asOf)) found.push([use.promised, 'condition', null])
        found.push(...formsDue(use))
      }
      found.push(...confirmationsDue(use, asOf))
    }
    return found.map(([due, item, last]) => `${due} ${item} ${stateOn(due, last, asOf)}`).sort()
  }

  /** A day before the use began records a consultation; a later one stays open until somebody has looked again. */
  function isOpenPromise({ start, forms, confirmed }: Use, day: string, asOf: string): boolean {
    const looked = [...forms.map(({ date }) => date), ...confirmed].some((date) => date >= day)
    return day >= asOf || (day > (start ?? asOf) && !looked)
  }

  function formsDue(use: Use): [string, string, string | null][] {
    const newest = (form: number) =>
      use.forms
        .filter((check) => check.form === form)
        .map(({ date }) => date)
        .sort()
        .at(-1)
    const [fourth, fifth, seventh] = [newest(4), newest(5), newest(7)]
    if (!use.important) {
      const from = seventh ?? use.start
      return from === null ? [] : [[later(from, 12), 'form7', from]]
    }
    const introduction: [string, string, null][] = fourth === undefined && use.start ? [[use.start, 'form4', null]] : []
    if (fifth !== undefined) return [...introduction, [later(fifth, 12), 'form5', fifth]]
    return use.start ? [...introduction, [use.start, 'form5', null]] : introduction
  }

  function confirmationsDue(use: Use, asOf: string): [string, string, null][] {
    const years = Array.from({ length: 12 }, (_, index) => 2020 + index).filter((year) => `${year}-04-01` <= asOf)
    const counted = use.start === null ? years.slice(-1) : years.filter((year) => use.start! <= `${year}-04-01`)
    const open = counted.filter((year) => !use.confirmed.some((date) => date >= `${year}-04-01`))
    return open.map((year) => [`${year}-08-31`, 'confirmation', null])
  }

  function later(day: string, months: number): string {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    const first = new Date(Date.UTC(year, month - 1 + months, date))
    const wanted = (((month - 1 + months) % 12) + 12) % 12
    return first.getUTCMonth() === wanted ? iso(first.getTime()) : iso(Date.UTC(year, month + months, 0))
  }

  function stateOn(due: string, last: string | null, asOf: string): string {
    const ahead = Math.round((Date.parse(due) - Date.parse(asOf)) / millisecondsOfDay)
    if (ahead > 60) return 'open'
    if (ahead >= 0) return 'soon'
    return last !== null && asOf <= later(last, 15) ? 'due' : 'overdue'
  }

  test('別に書いた小さな模型と同じ答えになる', () => {
    const months = [
      '04-01',
      '05-31',
      '06-30',
      '07-02',
      '08-31',
      '09-01',
      '10-15',
      '11-30',
      '12-31',
      '01-01',
      '02-28',
      '03-31',
    ]
    const year = fc.constantFrom(2025, 2026, 2027)
    fc.assert(
      fc.property(uses, year, (use, begins) => {
        const reading = readingOf(fileOf(use))
        expect(reading.refusals).toEqual([])
        for (const [index, month] of months.entries()) {
          const asOf = `${index < 9 ? begins : begins + 1}-${month}`
          expect(dueOf(file, reading, policies, asOf).map(short).sort(), asOf).toEqual(expected(use, asOf))
        }
      }),
      { numRuns: 1000, seed: 8 },
    )
  })
})
