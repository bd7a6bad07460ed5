import { expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { answerFor } from '../answer.ts'
import { assessAnswers } from '../assess.ts'
import { blameless, differing } from '../blameless.ts'
import { renderAssessment } from './assessment.ts'

const answerTo = (difference: object) =>
  answerFor('services/soumu/reiji.yml', differing(blameless, difference), policies)
const plain = { width: 100, colour: false }

const uses = {
  'paid-ordinary': {},
  'free-ordinary': { service: { pricing: 'free' } },
  'important-with-condition': { information: { kinds: ['personal', 'special-care'] } },
  'generative-ai': { information: { kinds: ['personal'] }, use: { generativeAi: true } },
  'government-cloud': {
    service: { class: 'government-cloud', model: 'iaas', category: 'business-system' },
    use: { networks: ['mynumber', 'lgwan'], standardCompliantSystem: true },
    information: { kinds: ['specific-personal'] },
  },
  exempt: { use: { exemption: 'logo-form' } },
  'exempt-with-condition': {
    service: { class: 'lgwan-asp-internet', category: 'lgwan-asp', model: null },
    use: { exemption: 'logo-form', networks: ['lgwan'] },
    information: { kinds: ['special-care'] },
  },
  'out-of-scope': { use: { governedBy: 'school-policy' } },
  'prohibited-network': { use: { networks: ['internet', 'mynumber'] } },
  'prohibited-free': { service: { pricing: 'free' }, information: { kinds: ['personal'] } },
  'prohibited-twice': {
    service: { pricing: 'free' },
    use: { networks: ['lgwan'] },
    information: { kinds: ['personal'] },
  },
}

test.each(Object.entries(uses))('%s', async (name, difference) => {
  const text = renderAssessment([answerTo(difference)], policies, plain)
  expect(text).toMatch(/。|）\n$/)
  expect(text).not.toMatch(/undefined|null|\[object/)
  await expect(text).toMatchFileSnapshot(`golden/assessment-${name}.out`)
})

test('nothing is known yet: every question, in the order of asking', async () => {
  const text = renderAssessment([answerFor('-', {}, policies, assessAnswers)], policies, plain)
  expect([...text.matchAll(/ (\d+)\. /g)].map(([, number]) => Number(number))).toEqual(
    Object.keys(policies.questions).map((_, index) => index + 1),
  )
  await expect(text).toMatchFileSnapshot('golden/assessment-incomplete.out')
})

test('several uses: how many of each answer; none: a sentence', async () => {
  const answers = [uses.exempt, uses['prohibited-free'], uses.exempt].map(answerTo)
  const text = renderAssessment(answers, policies, { width: 60, colour: true })
  expect(text).toContain('3件について答えました: 利用不可 1 ・ 申請不要 2')
  await expect(text).toMatchFileSnapshot('golden/assessment-several.out')
  expect(renderAssessment([], policies, plain)).toBe('答えるファイルがありませんでした。\n')
})

test('a name that moves the cursor is shown, not obeyed', () => {
  const answer = { ...answerTo({}), file: 'a\u001b[31m.yml' }
  expect(renderAssessment([answer], policies, plain)).not.toContain('\u001b')
})

test('what nobody can read comes first, and only the first of it', () => {
  const unread = Array.from({ length: 12 }, (_, index) => `${index + 1}行目: 例です。`)
  const lines = renderAssessment([{ ...answerTo({}), unread }], policies, plain).split('\n')
  expect(lines[2]).toBe('  直すところ  1行目: 例です。')
  expect(lines.slice(11, 13).map((line) => line.trim())).toEqual(['10行目: 例です。', 'ほかに2か所あります。'])
  expect(renderAssessment([answerTo({})], policies, plain)).not.toContain('直すところ')
})

test('facts that are not known leave a prohibition without its sentences', () => {
  const value = { use: { governedBy: null, networks: ['mynumber', 'internet'] } }
  const text = renderAssessment([answerFor('-', value, policies, assessAnswers)], policies, plain)
  expect(text).toContain('利用不可')
  expect(text).toContain('接続元とサービスの区分の組合せ（ガイドライン 3）')
})
