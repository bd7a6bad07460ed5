import { describe, expect, test } from 'vitest'
import { judge, readingOf } from '../../src/check.ts'
import type { Finding } from '../../src/rule.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import { policies } from '../index.ts'
import { measures } from '../tables.ts'

function said(rule: string, governmentCloud: unknown, model: string | null = 'saas'): Finding[] {
  const given = {
    service: { class: 'government-cloud', model },
    use: { networks: ['mynumber'], standardCompliantSystem: true },
    governmentCloud,
  }
  const found = judge(readingOf(differing(blameless, given)), policies)
  return found.find(({ id }) => id === `15-government-cloud/${rule}`)!.findings
}
const all = measures.rows.map(({ number }) => ({ measure: number, result: 'yes' }))

describe('対策の記録', () => {
  test('足りない対策を、記号と名前で一つずつ挙げる', () => {
    const found = said('measures', all.slice(0, 1))
    expect(found.map(({ message }) => message)).toEqual(
      measures.rows.slice(1).map(({ symbol, title }) => `対策${symbol}「${title}」の記録がありません。`),
    )
  })

  test('提供形態が書かれていなければ、⑦はあってもなくてもよい', () => {
    const without = all.filter(({ measure }) => measure !== 7)
    expect(said('measures', without, null)).toEqual([])
    expect(said('measures', all, null)).toMatchObject([{ at: '/governmentCloud/6/measure', verdict: 'advice' }])
  })

  test('求められていない対策でも、二度書けば誤りである', () => {
    const found = said('measures', [...all, { measure: 7, result: 'yes' }], 'iaas')
    expect(found).toMatchObject([
      { at: '/governmentCloud/6/measure', verdict: 'advice' },
      { at: '/governmentCloud/19/measure', verdict: 'violation' },
    ])
  })

  test('読めない番号は、足りない対策かもしれないので、ほかの誤りだけを言う', () => {
    const found = said('measures', [{ measure: '①', result: 'yes' }, ...all.slice(1, 10), all[1]])
    expect(found.map(({ at }) => at)).toEqual(['/governmentCloud/10/measure'])
  })
})

describe('重要操作の手順', () => {
  const of = (parts: unknown) => said('procedures', [{ measure: 15, result: 'yes', parts }])

  test('書かれていない操作を、まとめて挙げる', () => {
    expect(of({ b: '運用手順書 第5章' })).toMatchObject([
      {
        message:
          '次の重要操作の手順が書かれていません：a（仮想化されたサーバ・ネットワーク・ストレージなどの導入・変更・削除）、c（バックアップと復旧）。',
        remedy: 'parts の a、c に、手順を定めた文書などを書いてください。',
      },
    ])
  })

  test('読めない手順は、書かれていないとは言わない', () => {
    expect(of({ a: 1, b: '運用手順書 第5章' })).toMatchObject([{ at: '/governmentCloud/0/parts' }])
    expect(of({ a: 1, b: '運用手順書 第5章' })[0]!.message).not.toContain('a（')
  })
})

test('読めない答えは、次の答えの誤りを隠さない', () => {
  const answers = [
    { measure: 1, result: 'done' },
    { measure: 2, result: 'no' },
  ]
  expect(said('results', answers)).toMatchObject([{ at: '/governmentCloud/1' }])
})
