import { expect, test } from 'vitest'
import { readingOf } from '../../src/check.ts'
import { dueOf } from '../../src/due.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import { policies } from '../index.ts'
import { certificates } from '../tables.ts'

const told = (evidence: string) =>
  dueOf(
    'services/koho/a.yml',
    readingOf(differing(blameless, { criteria: [{ number: 6, result: 'met', evidence, validUntil: '2027-01-31' }] })),
    policies,
    '2026-12-01',
  ).find(({ item }) => item === 'evidence')!

test.each([
  ['ＩＳＭＡＰ C21-0001-2', 'ISMAP'],
  ['登録証（ISMAP-LIU）の写し', 'ISMAP'],
  ['ISO/IEC 27001・27017 登録証の写し', 'ISMS・ISO/IEC 27001'],
  ['JIS Q 27001:2023 登録証', 'ISMS・ISO/IEC 27001'],
  ['プライバシーマーク 第10000000号', 'プライバシーマーク'],
  ['Ｐマークの登録証', 'プライバシーマーク'],
  ['SOC 2 Type2 報告書', 'SOC2 報告書'],
  ['ASPIC の認定', 'ASPIC 情報開示認定'],
])('「%s」は %s で、更新のしかたを言う', (evidence, name) => {
  const { remedy } = certificates.rows.find((row) => row.name === name)!
  expect(told(evidence)).toMatchObject({ subject: `別表6の根拠（${name}）の更新`, remedy })
})

test('ほかの根拠は、ふつうに更新する', () =>
  expect(told('契約書 第16条')).toMatchObject({
    subject: '別表6の根拠の更新',
    remedy: '新しい根拠資料を提供者から得て、根拠資料と有効期限を改めてください。',
  }))

test('言葉は、ほかの認証の言葉と重ならない', () => {
  const words = certificates.rows.flatMap(({ words }) => [...words])
  expect(new Set(words).size).toBe(words.length)
})
