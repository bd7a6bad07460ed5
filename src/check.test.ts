import { describe, expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { checkRegister, checkService, judge, outcomeIn, readingOf } from './check.ts'
import type { Diagnostic } from './diagnostic.ts'
import { keysOf, type Pointer } from './pointer.ts'
import type { Entry } from './rule.ts'
import { parseSource, type SourceDocument } from './source/document.ts'
import { blameless, differing } from './testing/blameless.ts'
import { replacedAt } from './testing/fullest.ts'

const file = 'services/soumu/example.yml'
const sourceOf = (value: unknown): SourceDocument => parseSource(file, JSON.stringify(value, null, 2))
const diagnosticsOf = (value: unknown): Diagnostic[] => checkService(sourceOf(value), policies).diagnostics
const placesOf = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ rule, pointer }) => `${rule} ${pointer}`)
const said = (difference: object): string[] => placesOf(diagnosticsOf(differing(blameless, difference)))

/** Faults that have nothing to do with each other: the first of every file, the others only of an application. */
const ofEveryFile = {
  '02-terms/corporate-number /service/provider/corporateNumber': {
    service: { provider: { corporateNumber: '7123456789013' } },
  },
  '09-procedure/use-period /use/period/end': { use: { period: { start: '2026-07-01', end: '2026-06-01' } } },
}
const ofAnApplication = {
  '04-place/restrictions /use': { use: { places: ['outside'] } },
  '06-risk/accepted /risks/1/accepted': {
    risks: blameless.risks.map((risk, index) => (index === 1 ? { ...risk, accepted: false } : risk)),
  },
}
const faulty = Object.values({ ...ofEveryFile, ...ofAnApplication }).reduce<unknown>(differing, blameless) as object
const always = Object.keys(ofEveryFile)
const ifApplied = Object.keys(ofAnApplication)

test('関わりのない誤りは、すべて並べて示す', () => {
  expect(placesOf(diagnosticsOf(faulty)).sort()).toEqual([...always, ...ifApplied].sort())
})

describe('読めない事実は、ほかの誤りを隠さない', () => {
  const facts = Object.keys(policies.questions).map((fact) => [fact] as const)
  test.each(facts)('%s', (fact) => {
    const [block = '', leaf = ''] = keysOf(fact)
    for (const wrong of ['あ', 0, {}, [[]], { あ: 1 }]) {
      const found = placesOf(diagnosticsOf(differing(faulty, { [block]: { [leaf]: wrong } })))
      const lifted = fact === '/use/governedBy' || fact === '/use/exemption'
      const refusal = found.find((place) => place.startsWith('schema '))
      expect(refusal, `${wrong}`).toMatch(new RegExp(`^schema ${fact}`))
      expect(found.filter((place) => !place.startsWith('schema ')).sort(), `${wrong}`).toEqual(
        [...always, ...(lifted ? [] : ifApplied)].sort(),
      )
    }
  })

  test.each([
    '/service/name',
    '/service/url',
    '/department',
    '/department/name',
    '/use/purpose',
    '/service/model',
    '/information/description',
    '/application/number',
    '/contract/cost',
    '/risks/0/note',
    '/criteria',
    '/checks',
    '/termination',
  ])('%s のように、規則の読まない項目も', (pointer) => {
    const [block = '', ...rest] = keysOf(pointer)
    const given = rest.length === 0 ? { [block]: 0 } : { [block]: { [rest[0]!]: 0 } }
    const value = rest.length === 2 ? replacedAt(faulty, keysOf(pointer), 0) : differing(faulty, given)
    const found = placesOf(diagnosticsOf(value))
    expect(found).toContain(`schema ${pointer}`)
    for (const place of [...always, ...ifApplied]) expect(found).toContain(place)
  })

  test('一覧のある行が読めなくても、ほかの行は見る', () => {
    const risks = blameless.risks.map((risk, index) => {
      if (index === 0) return { ...risk, accepted: 'はい' }
      return index === 1 ? { ...risk, accepted: false } : risk
    })
    expect(said({ risks })).toEqual(['schema /risks/0/accepted', '06-risk/accepted /risks/1/accepted'])
  })

  test('知らない項目があっても、その塊を読む', () => {
    expect(said({ service: { memo: 1, provider: { corporateNumber: '7123456789013' } } })).toEqual([
      '02-terms/corporate-number /service/provider/corporateNumber',
      'schema /service/memo',
    ])
  })

  test.each<[string, object, string]>([
    ['必ず書く項目', { service: { pricing: null, pricng: 'paid' } }, '/service/pricng'],
    ['求められる項目', { contract: { serviceLevel: null, serviceLevl: '別紙' } }, '/contract/serviceLevl'],
    ['求められる塊', { criteria: null, criterias: [] }, '/criterias'],
    [
      '一覧の行の項目',
      { risks: blameless.risks.map(({ id, ...rest }) => ({ di: id, ...rest })).slice(0, 1) },
      '/risks/0/di',
    ],
    ['省略の主張', { use: { exemptin: 'post' }, contract: null, application: null, risks: null }, '/use/exemptin'],
  ])('名前を打ち誤った%sは、書かれていないとは言わない', (_, wrong, at) => {
    expect(said(wrong)).toEqual([`schema ${at}`])
  })

  test('塊がなければ、その塊を読む規則だけが黙る', () => {
    const found = placesOf(diagnosticsOf(differing(faulty, { information: null })))
    expect(found).toContain('schema ')
    for (const place of [...always, ...ifApplied]) expect(found).toContain(place)
  })
  test('ほとんど何も書かれていないファイルには、ない塊だけを言う', () => {
    expect(placesOf(diagnosticsOf({ memo: 1 }))).toEqual(['schema ', 'schema ', 'schema ', 'schema ', 'schema /memo'])
    expect(said({ use: null, contract: null })).toEqual(['schema '])
  })
})

describe('結論が決まらないとき', () => {
  test('申請が要らないかもしれなければ、申請に要るものを求めない', () => {
    expect(said({ use: { exemption: 'x' }, contract: null, application: null, risks: null })).toEqual([
      'schema /use/exemption',
    ])
    expect(said({ use: { governedBy: 'x' }, contract: null, application: null, risks: null })).toEqual([
      'schema /use/governedBy',
    ])
  })
  test('どの結論でも申請が要るか、使えないかなら、申請に要るものを求める', () => {
    const found = said({ use: { networks: ['x'] }, risks: null })
    expect(found).toContain('schema /use/networks/0')
    expect(found.length).toBeGreaterThan(1)
    expect(said({ service: { class: 'x' }, contract: null }).length).toBeGreaterThan(1)
  })
  test('すでに×である組合せは、ほかの事実が読めなくても示す', () => {
    expect(said({ use: { networks: ['lgwan'], exemption: 'x' } })).toEqual([
      '03-scope/network-matrix /use/networks/0',
      'schema /use/exemption',
    ])
    expect(said({ use: { networks: ['lgwan'], governedBy: 'x' } })).toEqual([
      '03-scope/network-matrix /use/networks/0',
      'schema /use/governedBy',
    ])
  })
  test('申請になれば満たす条件は、示す', () => {
    const given = { information: { kinds: ['special-care'] }, use: { exemption: 'x' } }
    expect(said(given)).toContain('03-scope/network-matrix /use/networks/0')
    expect(said({ ...given, use: { governedBy: 'x' } })).toContain('03-scope/network-matrix /use/networks/0')
  })
  test('省略や対象外は、決まるまで示さない', () => {
    expect(said({ use: { exemption: 'post', networks: ['x'] } })).toEqual(['schema /use/networks/0'])
  })
})

describe('結論ごとに言うこと', () => {
  const bare = { application: null, contract: null, risks: null, use: { period: null } }
  test('利用不可なら、申請に要るものを求めず、条件も言わない', () => {
    const use = { ...bare.use, networks: ['lgwan', 'internet'] }
    expect(said({ ...bare, use, information: { kinds: ['special-care'] } })).toEqual([
      '03-scope/network-matrix /use/networks/0',
    ])
  })
  test('省略できる利用では、申請に要るものを求めない', () => {
    const found = diagnosticsOf(differing(blameless, { ...bare, use: { ...bare.use, exemption: 'post' } }))
    expect(found.map(({ rule, verdict }) => [rule, verdict])).toEqual([['09-procedure/exemption', 'advice']])
  })
  test('対象外なら、×も省略も言わない', () => {
    const use = { ...bare.use, governedBy: 'sns-guideline', exemption: 'post', networks: ['lgwan'] }
    expect(said({ ...bare, use }).filter((place) => /network-matrix|exemption /.test(place))).toEqual([])
    expect(said({ ...bare, use })).toEqual(expect.arrayContaining(['01-general/other-rule-book /use/governedBy']))
  })
  test('申請なら、条件を判断事項として言う', () => {
    const found = diagnosticsOf(differing(blameless, { service: { category: 'web-mail' } }))
    expect(found.map(({ rule, verdict }) => [rule, verdict])).toContainEqual([
      '03-scope/principle-exception',
      'judgement',
    ])
  })
})

describe('二重の項目', () => {
  const text = JSON.stringify(blameless, null, 2)
  const twice = (key: string, line: string): string[] => {
    const [before = '', after = ''] = text.split(`"${key}":`)
    return placesOf(checkService(parseSource(file, `${before}${line}"${key}":${after}`), policies).diagnostics)
  }
  test('二つ目を指し、どちらの値についても何も言わない', () => {
    expect(twice('class', '"class": "あ", ')).toEqual(['yaml /service/class'])
    expect(twice('networks', '"networks": ["lgwan"], ')).toEqual(['yaml /use/networks'])
    expect(twice('service', '"service": { "name": 1 }, ')).toEqual(['yaml /service'])
  })
  test('ほかの項目のことは言う', () => {
    expect(twice('class', '"memo": 1, "class": "あ", ')).toEqual(['schema /service/memo', 'yaml /service/class'])
  })
})

describe('並びと場所', () => {
  test('読めない文書の誤りも、順に並ぶ', () => {
    const { diagnostics } = checkService(parseSource(file, 'a: !x &y z\n'), policies)
    expect(diagnostics.map(({ column }) => column)).toEqual([4, 7])
  })
  test('行、列、規則の順に並ぶ', () => {
    const found = diagnosticsOf(differing(faulty, { service: { class: 'あ', name: null, memo: 1 } }))
    const order = found.map(({ line, column, rule }) => [line, column, rule] as const)
    expect(order).toEqual([...order].sort(([a, b, c], [x, y, z]) => a - x || b - y || (c < z ? -1 : 1)))
    expect(new Set(found.map(({ rule }) => rule)).size).toBeGreaterThan(3)
  })
  test('ない項目は塊を、知らない項目は名前を、違う値は値を指す', () => {
    const source = parseSource(file, 'service:\n  memo: 1\n  class: web\n  name: ""\n')
    const { diagnostics } = checkService(source, policies)
    const textOf = ({ line, column, endLine, endColumn }: Diagnostic) =>
      line === endLine ? source.text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1) : 'ほか'
    expect(diagnostics.filter(({ pointer }) => pointer.length > 8).map((one) => [one.pointer, textOf(one)])).toEqual([
      ['/service/memo', 'memo'],
      ['/service/name', '""'],
    ])
    expect(diagnostics.find(({ pointer }) => pointer === '/service')).toMatchObject({ line: 2, column: 3, endLine: 4 })
  })
  test('節は規則が持ち、書き方の誤りにはない', () => {
    const found = diagnosticsOf(differing(faulty, { service: { class: 'あ' } }))
    expect(new Map(found.map(({ rule, section }) => [rule, section]))).toEqual(
      new Map(found.map(({ rule }) => [rule, rule === 'schema' ? null : `${Number(rule.slice(0, 2))}`])),
    )
  })
})

describe('台帳', () => {
  const named = (given: object): Entry | null => checkService(sourceOf(differing(blameless, given)), policies).entry
  const register = (entries: Record<string, Entry | null>): string[] => {
    const known = Object.entries(entries).filter((entry): entry is [string, Entry] => entry[1] !== null)
    return checkRegister(new Map(known), policies, () => sourceOf(blameless)).map(
      ({ file, rule, pointer, verdict, section, line }) => [file, rule, pointer, verdict, section, line].join(' '),
    )
  }
  const confusable = 'b.yml 02-terms/confusable-name /service/name advice 2 3'

  test('読めないファイルは、何も載せない', () => {
    for (const text of ['', ': :', '%YAML', '"'])
      expect(checkService(parseSource(file, text), policies)).toMatchObject({
        diagnostics: [{ rule: 'yaml', section: null }],
        entry: null,
      })
  })
  test('読めるファイルは、サービスと課だけを載せる', () => {
    const { service, department } = blameless
    expect(named({})).toEqual({ service: { ...service, arrangedByItSection: false }, department })
  })
  test('紛らわしい名称は、後のファイルの名称を指す', () => {
    expect(register({ 'b.yml': named({ service: { name: '例示サ－ビス' } }), 'a.yml': named({}) })).toEqual([
      confusable,
    ])
  })
  test.each<[string, object]>([
    ['名称でない項目', { service: { url: 0, memo: 1 }, department: { name: 3 } }],
    ['課', { department: null }],
    ['提供者', { service: { provider: 3 } }],
  ])('%s が読めなくても、名称は比べる', (_, wrong) => {
    const entry = named(differing({ service: { name: '例示サ－ビス' } }, wrong) as object)
    expect(register({ 'a.yml': named({}), 'b.yml': entry })).toEqual([confusable])
  })
  test.each<[string, object]>([
    ['名称', { service: { name: 3 } }],
    ['サービス', { service: 'x' }],
  ])('%s が読めないファイルは、ほかのファイルの比較を妨げない', (_, wrong) => {
    const entries = {
      'a.yml': named({}),
      'aa.yml': named(wrong),
      'b.yml': named({ service: { name: '例示サ－ビス' } }),
    }
    expect(register(entries)).toEqual([confusable])
  })
  test('一覧でしかないファイルも、比較を妨げない', () => {
    const list = checkService(parseSource('aa.yml', '- 1\n'), policies).entry
    expect(
      register({ 'a.yml': named({}), 'aa.yml': list, 'b.yml': named({ service: { name: '例示サ－ビス' } }) }),
    ).toEqual([confusable])
  })
})

describe('readingOf', () => {
  const withheldOf = (given: object, unclear: Pointer[] = []): Pointer[] => [
    ...readingOf(differing(blameless, given), unclear).withheld,
  ]
  test('断ったところと、それを含む事実は、読ませない', () => {
    expect(withheldOf({})).toEqual([])
    expect(withheldOf({ use: { networks: ['x'] } })).toEqual(['/use/networks/0', '/use/networks'])
    expect(withheldOf({ service: { name: 3 } }, ['/use/exemption'])).toEqual(['/use/exemption', '/service/name'])
  })
  test('既定の値が入り、null は消える', () => {
    const { value, service } = readingOf({ service: { name: null }, use: { exemption: null } })
    expect(value).toEqual({
      service: { arrangedByItSection: false },
      use: { exemption: null, governedBy: null, generativeAi: false, standardCompliantSystem: false },
      information: { publishedWithConsent: false },
    })
    expect(() => service.service.name).toThrow('/service/name is not known')
  })
})

test.each<[string, object, string]>([
  ['申請', {}, 'application'],
  ['利用不可', { use: { networks: ['lgwan'] } }, 'prohibited'],
  ['省略', { use: { exemption: 'post' } }, 'exempt'],
  ['対象外', { use: { governedBy: 'school-policy', networks: ['x'] } }, 'out-of-scope'],
  ['未定', { use: { networks: ['x'] } }, 'incomplete'],
])('結論: %s', (_, given, outcome) => {
  expect(outcomeIn(readingOf(differing(blameless, given)), policies)).toBe(outcome)
})

test('どの規則も、何も見つけなくても結果に載る', () => {
  const ids = judge(readingOf(blameless), policies).map(({ id }) => id)
  const judged = Object.entries(policies.rules).filter(([, { scope }]) => scope === 'facts' || scope === 'service')
  expect([...ids].sort()).toEqual(judged.map(([id]) => id).sort())
})
