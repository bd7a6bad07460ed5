import { describe, expect, test } from 'vitest'
import { judge, readingOf } from '../../src/check.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import { policies } from '../index.ts'

const found = (given: Record<string, unknown>) =>
  judge(readingOf(differing(blameless, given)), policies)
    .filter(({ id }) => id === '06-risk/statements')
    .flatMap(({ findings }) => findings)
const risks = (...ids: unknown[]) => ids.map((id) => ({ id, accepted: true }))
const common = ['oversight', 'opacity', 'offshore', 'shared-platform', 'supply-chain'].map((id) => `common-${id}`)

describe('what is missing', () => {
  test('each risk is named with its number', () => {
    expect(found({ risks: risks(...common.slice(2)) }).map(({ message }) => message)).toEqual([
      'リスク1「委託先での適正な取扱いを確かめにくい」の検討の結果が書かれていません。',
      'リスク2「運用が公開されず対策が難しい」の検討の結果が書かれていません。',
      'リスク6「ポリシーに見合うか評価できない」の検討の結果が書かれていません。',
    ])
  })

  test('an id that cannot be read is told by the schema alone, and hides no other fault', () => {
    expect(found({ risks: risks(...common.slice(1), 'Common Oversight', common[1]) })).toMatchObject([
      { at: '/risks/5/id', message: 'リスク2「運用が公開されず対策が難しい」が2回以上書かれています。' },
    ])
  })

  test('a contract that cannot be read leaves the common risks', () => {
    expect(found({ contract: 12, risks: risks(...common.slice(1)) })).toMatchObject([{ at: '/risks' }])
  })

  test('without any, the remedy lists all that the form of the contract asks for', () => {
    expect(found({ risks: null })[0]?.remedy).toContain(
      'risks に、common-oversight（委託先での適正な取扱いを確かめにくい）、',
    )
    expect(found({ risks: [], contract: { form: 'terms' } })[0]?.remedy).toContain('12件')
  })
})

describe('what nobody knows', () => {
  test('a typing error is told with what was meant', () => {
    expect(found({ risks: risks(...common.slice(1), 'contract-policy-fit', 'common-oversigth') })).toMatchObject([
      {
        at: '/risks/5/id',
        remedy: expect.stringMatching(/^common-oversight（委託先での適正な取扱いを確かめにくい）に直すか/),
      },
    ])
  })

  test('without a near one, nothing is suggested', () => {
    expect(found({ risks: risks(...common, 'contract-policy-fit', 'volcano') })).toMatchObject([
      {
        message: '「volcano」というリスクはありません。',
        remedy: expect.stringMatching(/^検討するリスクの識別子に直すか/),
      },
    ])
  })
})
