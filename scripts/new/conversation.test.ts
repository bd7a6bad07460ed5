import { expect, test } from 'vitest'
import { sheets } from '../../policies/sheets.ts'
import { trialAnswer } from '../../src/draft/completion.ts'
import { type Draft, serviceOf } from '../../src/draft/draft.ts'
import type { Pointer } from '../../src/pointer.ts'
import { converse } from './conversation.ts'

/** Somebody who answers from a list, and leaves open what is not on it. */
function partner(answers: Record<Pointer, unknown>, isKnown = true) {
  const asked: Pointer[] = []
  const said: string[] = []
  const kept: Draft[] = []
  return {
    asked,
    said,
    kept,
    answer: async ({ pointer, need }: { pointer: Pointer; need: string }) => {
      asked.push(pointer)
      if (pointer in answers) return answers[pointer]
      return need === 'required' ? trialAnswer(pointer) : undefined
    },
    say: (text: string) => void said.push(text),
    agrees: async () => isKnown,
    remember: (draft: Draft) => void kept.push(draft),
    department: (written: string) => (written === '総務課' ? '総務部総務課' : written),
  }
}

test('知られているサービスは、名前だけで区分も省略も決まり、二度は尋ねない', async () => {
  const other = partner({
    '/service/name': 'ロゴフォーム',
    '/use/governedBy': null,
    '/use/networks': ['lgwan'],
    '/information/kinds': [],
    '/service/pricing': 'paid',
    '/department/name': '総務課',
  })
  const draft = await converse({}, other)
  expect(other.asked).toEqual([
    '/service/name',
    '/use/governedBy',
    '/use/networks',
    '/information/kinds',
    '/service/pricing',
    '/department/name',
    '/department/manager',
    '/use/purpose',
    '/use/scope',
    '/information/description',
  ])
  expect(other.said).toEqual(['判定は「申請不要」です。'])
  expect(other.kept).toHaveLength(other.asked.length)
  expect(other.kept.at(-1)).toEqual(draft)
  expect(serviceOf(draft, sheets)).toMatchObject({
    service: { name: 'LoGoフォーム', class: 'lgwan-asp-internet', provider: { name: '株式会社トラストバンク' } },
    department: { name: '総務部総務課' },
    use: { exemption: 'logo-form' },
  })
})

test('知られていることが違うと言われれば、ふつうに尋ねる', async () => {
  const other = partner({ '/service/name': 'LoGoフォーム', '/use/governedBy': 'school-policy' }, false)
  await converse({}, other)
  expect(other.asked).toEqual(expect.arrayContaining(['/service/class', '/service/provider/name']))
})

test('申請の要る利用には様式の欄を尋ね、空けたものは二度尋ねない', async () => {
  const other = partner({
    '/service/name': '例',
    '/use/governedBy': null,
    '/service/class': 'cloud',
    '/use/networks': ['internet'],
    '/information/kinds': [],
    '/service/pricing': 'free',
    '/service/category': 'other',
    '/service/arrangedByItSection': false,
    '/use/exemption': null,
    '/use/standardCompliantSystem': false,
    '/use/generativeAi': false,
    '/use/places': ['outside'],
    '/contract/form': 'agreement',
  })
  const draft = await converse({}, other)
  expect(other.asked).toEqual(
    expect.arrayContaining(['/use/restrictions', '/application/date', '/risks/contract-policy-fit/accepted']),
  )
  expect(new Set(other.asked).size).toBe(other.asked.length)
  expect(other.said).toEqual(['判定は「利用申請が必要」（様式2）です。'])
  expect(serviceOf(draft, sheets)).not.toHaveProperty('application.date')
})

test('利用できないと決まれば、そこで終わる', async () => {
  const other = partner({ '/service/class': 'cloud', '/use/networks': ['lgwan'], '/use/governedBy': null })
  await converse({}, other)
  expect(other.asked).toEqual(['/service/name', '/use/governedBy', '/service/class', '/use/networks'])
  expect(other.said).toEqual(['判定は「利用不可」です。'])
})

test('前の答えに続けて尋ね、オプションの答えが優先する', async () => {
  const earlier = { service: { name: '例' }, use: { governedBy: null } }
  const other = partner({ '/service/class': 'cloud', '/use/networks': ['lgwan'] })
  const draft = await converse({ service: { name: '別の例' } }, other, earlier)
  expect(other.asked[0]).toBe('/service/class')
  expect(draft.service).toMatchObject({ name: '別の例' })
})
