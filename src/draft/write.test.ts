import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheets } from '../../policies/sheets.ts'
import { blameless } from '../blameless.ts'
import { fields } from '../generated/fields.ts'
import { checkSchema } from '../schema.ts'
import { parseSource } from '../source/document.ts'
import { idsOf, type Term } from '../vocabulary.ts'
import type { Mapping } from './mapping.ts'
import { writeService } from './write.ts'

const read = (text: string) => {
  const { value, faults } = parseSource('a.yml', text)
  return { value, faults }
}

test('すべてを書いた利用の見た目', () => {
  const { service, use, ...rest } = blameless
  const text = writeService(
    {
      use: { ...use, networks: ['internet', 'lgwan'], governedBy: null, exemption: 'logo-form' },
      ...rest,
      risks: rest.risks.slice(0, 1),
      criteria: [{ result: 'unmet', number: 'X1', reason: '一行目。\n二行目。' }],
      governmentCloud: [{ measure: 15, result: 'yes', parts: {} }],
      service,
    },
    sheets,
  )
  expect(text).toMatchInlineSnapshot(`
    "# yaml-language-server: $schema=../../schemas/service.schema.json
    service:
      name: 例示サービス
      provider:
        name: 株式会社例示
        corporateNumber: "7123456789012"
        country: JP
      category: online-survey  # オンラインアンケート
      class: cloud  # クラウドサービス（インターネット）
      model: saas  # SaaS（ソフトウェアまで）
      pricing: paid  # 有料
      arrangedByItSection: false
    department:
      name: 総務部 総務課
      manager: 総務課長
      contact: 内線 1234
    use:
      purpose: 区民の意見を集める。
      scope: 意見募集の受付と集計。
      networks: [internet, lgwan]  # 個別・インターネット系、庁内情報系
      period:
        start: 2026-07-01
        end: 2027-03-31
        autoRenewal: false
      places: [office]  # 庁内
      lines: [internal]  # 庁内回線
      devices: [issued]  # 支給端末
      users: 12
      generativeAi: false
      standardCompliantSystem: false
      governedBy: null  # 本ガイドラインに従う
      exemption: logo-form  # LoGoフォーム
    information:
      kinds: []  # 重要情報なし
      description: 意見の本文。氏名は集めない。
    application:
      type: new  # 新規
      number: R8-0012
      date: 2026-06-01
      informatizationPlan:
        number: 8練総総第12号
        decision: approved  # 可
        date: 2026-06-20
    contract:
      form: agreement  # 契約書の取り交わし
      start: 2026-07-01
      end: 2027-03-31
      cost:
        initial: 0
        annual: 240000
      serviceLevel: 仕様書第6章
      responsibilities: 仕様書第5章
      conditionsConfirmed: 2026-06-22
      concluded: 2026-06-25
    risks:
      - id: common-oversight  # 委託先での適正な取扱いを確かめにくい
        accepted: true
        note: 仕様書で確かめた。
    criteria:
      - number: X1  # No.X1 生成AIへの入力の扱い
        result: unmet  # 満たさない
        reason: |-
          一行目。
          二行目。
    governmentCloud:
      - measure: 15  # ⑮ 重要操作の手順化
        result: "yes"  # 実施済み
        parts: {}
    "
  `)
})

const odd = [
  'no',
  'yes',
  'null',
  '~',
  '0123',
  '1e3',
  '1_000',
  '0o17',
  '0x1F',
  '.inf',
  '.5',
  '+1',
  '2026-01-01',
  '12:30',
  ': ',
  'a: b',
  'a:',
  '#',
  'a #b',
  '- a',
  '-',
  '? a',
  '!a',
  '&a',
  '*a',
  '@a',
  '`a',
  '%a',
  '|',
  '>',
  "'",
  '"',
  '"a"',
  '[a',
  ']',
  '{a}',
  'a, b',
  ',',
  'a\nb',
  'a\n\n b\n',
  ' a\nb',
  '\na',
  'a\n',
  'a \nb',
  'a\tb',
  '\ta',
  ' a',
  'a ',
  '　',
  '　名称',
  '名称　',
  'a\r\nb',
  'a\rb',
  '---',
  '--- a',
  '...',
  '<<',
  '=',
  '\\n',
  '\u00a0a',
  '：',
  '“a”',
  '😀',
  'a'.repeat(300),
  'あ '.repeat(60),
  '- \n- ',
  '# a\nb',
  '\n',
  'あ: い\nう',
]
test.each(odd)('文字列 %j は、書いて読むと元に戻る', (text) => {
  const value = { service: { name: text }, conditions: [{ id: 'sensitive-care', reason: text }], use: { scope: text } }
  expect(read(writeService(value))).toEqual({ value, faults: [] })
})

// What no service file may hold cannot be read back.
const character = fc.oneof(
  fc.constantFrom(...' \n\t#:-?,[]{}&*!|>\'"%@`\\~=.0123456789eExXoO_+nNyY　：、。あ漢\u00a0\r'),
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
)
const strings = fc.oneof(
  fc.constantFrom(...odd),
  fc.array(character, { minLength: 1, maxLength: 20 }).map((list) => list.join('')),
)
const texts = strings.filter((text) => /\S/.test(text))

/** Any value that the schema accepts in a place, or undefined where it may be left out. */
function valueAt(pointer: string): fc.Arbitrary<unknown> {
  const { type, term, examples = [] } = fields[pointer]!
  if (term !== undefined && type === 'enum') return fc.constantFrom(...idsOf(term as Term))
  if (term !== undefined && type === 'array') return fc.subarray([...idsOf(term as Term)], { minLength: 1 })
  if (type === 'array') return fc.array(valueAt(`${pointer}/*`), { maxLength: 3 })
  if (type === 'object') return mappingAt(pointer)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.integer({ min: 1, max: 1e9 })
  if (type === 'string' && checkText(pointer)) return texts
  return fc.constantFrom(...examples)
}
const checkText = (pointer: string): boolean => !/corporateNumber|url|country|sha256|\/id$/.test(pointer)

function mappingAt(pointer: string): fc.Arbitrary<Mapping> {
  const keys = Object.keys(fields).filter(
    (other) => other.startsWith(`${pointer}/`) && other.lastIndexOf('/') === pointer.length,
  )
  const shape = Object.fromEntries(
    keys.filter((key) => !key.endsWith('*')).map((key) => [key.slice(pointer.length + 1), valueAt(key)]),
  )
  const requiredKeys = Object.keys(shape).filter((key) => fields[`${pointer}/${key}`]?.required === true)
  return fc.record(shape, { requiredKeys })
}

test('スキーマに合うどんな利用も、書いて読むと元に戻る', () => {
  fc.assert(
    fc.property(mappingAt(''), (value) => {
      expect(checkSchema(value).filter(({ at }) => !at.endsWith('/form'))).toEqual([])
      expect(read(writeService(value, sheets))).toEqual({ value, faults: [] })
    }),
    { numRuns: 300 },
  )
})
