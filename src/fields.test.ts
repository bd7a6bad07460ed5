import { describe, expect, test } from 'vitest'
import { fieldAt, fieldsBelow, labelOf, valueLabel } from './fields.ts'
import { fields } from './generated/fields.ts'
import { checkSchema } from './schema.ts'
import { exampleOf, fullest } from './testing/fullest.ts'

describe('fieldAt', () => {
  test('一覧のどの行も、同じ項目である', () => {
    expect(fieldAt('/criteria/0/result')).toBe(fields['/criteria/*/result'])
    expect(fieldAt('/criteria/41/result')).toBe(fields['/criteria/*/result'])
    expect(fieldAt('/criteria/*/result')).toBe(fields['/criteria/*/result'])
    expect(fieldAt('')?.title).toBe('外部サービスの利用')
  })
  test.each(['/x', '/service/x', '/service/provider~1name', '/toString', '/service/1'])('%s はない', (pointer) => {
    expect(fieldAt(pointer)).toBeUndefined()
  })
})

describe('labelOf', () => {
  test.each([
    ['', 'ファイル全体'],
    ['/service', 'サービス'],
    ['/service/provider/name', 'サービス › 外部サービス提供者 › 提供者の名称'],
    ['/criteria/2/result', '別表の確認結果 › 3件目 › 確認結果'],
    ['/use/networks/0', '利用の内容 › 接続元のネットワーク › 1件目'],
    ['/service/メモ', 'サービス › メモ'],
    ['/service/provider~1name', 'サービス › provider/name'],
  ])('%s', (pointer, label) => expect(labelOf(pointer)).toBe(label))
})

describe('valueLabel', () => {
  test.each([
    ['/service/class', 'cloud', 'クラウドサービス（インターネット）'],
    ['/use/networks', ['lgwan', 'internet'], '庁内情報系、個別・インターネット系'],
    ['/use/networks/1', 'mynumber', '住民情報系'],
    ['/use/exemption', null, '主張しない'],
    ['/use/generativeAi', true, 'はい'],
    ['/use/generativeAi', false, 'いいえ'],
    ['/use/users', 12, '12'],
    ['/service/name', 'Box', 'Box'],
    ['/service/class', 3, '3'],
    ['/service/class', { a: 1 }, '{"a":1}'],
    ['/service/name', null, 'null'],
    ['/x', 'y', 'y'],
    ['/information/kinds', [], ''],
  ])('%s の %j', (pointer, value, label) => expect(valueLabel(pointer, value)).toBe(label))
})

describe('fieldsBelow', () => {
  test('すぐ下の項目だけを、スキーマの順に挙げる', () => {
    expect(fieldsBelow('')).toEqual(expect.arrayContaining(['service', 'department', 'criteria']))
    expect(fieldsBelow('').slice(0, 2)).toEqual(['service', 'department'])
    expect(fieldsBelow('/service/provider')).toEqual(['name', 'corporateNumber', 'country'])
    expect(fieldsBelow('/criteria')).toEqual(['*'])
    expect(fieldsBelow('/criteria/7')).toEqual(fieldsBelow('/criteria/*'))
    expect(fieldsBelow('/service/name')).toEqual([])
    expect(fieldsBelow('/servic')).toEqual([])
  })
})

test('スキーマの例は、どれもスキーマが認める', () => {
  expect(checkSchema(exampleOf(''))).toEqual([])
  expect(checkSchema(fullest)).toEqual([])
})
