import fc from 'fast-check'
import { expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { checkService } from '../check.ts'
import { domains } from '../generated/domains.ts'
import type { Pointer } from '../pointer.ts'
import { parseSource } from '../source/document.ts'
import { answerAt, trialAnswer } from './completion.ts'
import { type Draft, draftOf, placeInDraft, serviceOf, withAnswer, withoutAnswer } from './draft.ts'
import { nextQuestions } from './questions.ts'
import { writeService } from './write.ts'

const facts = {
  service: {
    name: '例',
    provider: { name: '株式会社例' },
    class: 'cloud',
    pricing: 'free',
    category: 'other',
    arrangedByItSection: false,
  },
  department: { name: '総務課', manager: '総務課長' },
  use: {
    purpose: '目的',
    scope: '範囲',
    networks: ['internet'],
    governedBy: null,
    exemption: null,
    standardCompliantSystem: false,
    generativeAi: false,
  },
  information: { kinds: [] as string[], description: '内容', publishedWithConsent: false },
}
const asked = (draft: Draft) => nextQuestions(draft, policies, sheets)
const required = (draft: Draft) =>
  asked(draft).questions.flatMap(({ pointer, need }) => (need === 'required' ? [pointer] : []))
const expected = (draft: Draft) =>
  asked(draft).questions.flatMap(({ pointer, need }) => (need === 'expected' ? [pointer] : []))
const answering = (answers: Record<Pointer, unknown>, draft: Draft = facts) =>
  Object.entries(answers).reduce((all, [pointer, value]) => withAnswer(all, pointer, value), draft)

const common = ['oversight', 'opacity', 'offshore', 'shared-platform', 'supply-chain'].map(
  (id) => `/risks/common-${id}/accepted`,
)

test('何も答えていなければ、判定を決める事実を先に、どのファイルにも要る項目を後に尋ねる', () => {
  const { assessment, questions } = asked({})
  expect(assessment.outcome).toBe('incomplete')
  expect(questions.map(({ pointer }) => pointer)).toEqual([
    ...Object.keys(policies.questions),
    '/service/name',
    '/service/provider/name',
    '/department/name',
    '/department/manager',
    '/use/purpose',
    '/use/scope',
    '/information/description',
  ])
})

test('無料で重要情報がなければ、様式2に要るものだけを尋ねる', () => {
  expect(required(facts)).toEqual(['/use/period/start', '/application/type', '/contract/form', ...common])
  expect(expected(facts)).toEqual([
    '/service/url',
    '/department/contact',
    '/use/period/end',
    '/use/period/autoRenewal',
    '/use/places',
    '/use/lines',
    '/use/devices',
    '/application/date',
  ])
})

test('契約の形態が決まると、その形態のリスクが加わる', () => {
  const risks = (form: string) =>
    required(answering({ '/contract/form': form })).filter((pointer) => pointer.startsWith('/risks/'))
  expect(risks('agreement')).toEqual([...common, '/risks/contract-policy-fit/accepted'])
  expect(risks('terms')).toHaveLength(12)
})

test('有料なら情報化企画書、決定していればその番号と日、更改なら前の番号を尋ねる', () => {
  const paid = { '/service/pricing': 'paid', '/contract/form': 'agreement' }
  const application = (answers: object) =>
    required(answering({ ...paid, ...answers })).filter((pointer) => pointer.startsWith('/application/'))
  const decision = '/application/informatizationPlan/decision'
  expect(application({})).toEqual(['/application/type', decision])
  expect(application({ [decision]: 'pending' })).toEqual(['/application/type'])
  expect(application({ '/application/type': 'renewal', [decision]: 'approved' })).toEqual([
    '/application/previous',
    '/application/informatizationPlan/number',
    '/application/informatizationPlan/date',
  ])
})

test('重要情報を扱うなら、別表の行と安全管理措置と条件の記録を尋ねる', () => {
  const draft = answering({
    '/service/pricing': 'paid',
    '/information/kinds': ['special-care'],
    '/contract/form': 'agreement',
  })
  const [needs, wishes] = [required(draft), expected(draft)]
  expect(needs).toEqual(
    expect.arrayContaining([
      '/information/safetyMeasures',
      '/contract/serviceLevel',
      '/contract/responsibilities',
      '/criteria/1/result',
      '/criteria/40/result',
    ]),
  )
  expect(needs.filter((pointer) => pointer.startsWith('/criteria/'))).toHaveLength(40)
  expect(wishes).toEqual(
    expect.arrayContaining([
      '/conditions/sensitive-care/reason',
      '/conditions/sensitive-care/date',
      '/criteria/1/evidence',
    ]),
  )
  const answered = answering({ '/criteria/3/result': 'unmet', '/criteria/4/result': 'met' }, draft)
  expect(required(answered).filter((pointer) => /^\/criteria\/[34]\//.test(pointer))).toEqual(['/criteria/3/reason'])
})

test('約款で重要情報を扱うとき、サービスレベルは尋ねるが、なくてもよい', () => {
  const draft = answering({ '/service/pricing': 'paid', '/information/kinds': ['personal'], '/contract/form': 'terms' })
  expect(required(draft)).not.toContain('/contract/serviceLevel')
  expect(expected(draft)).toContain('/contract/serviceLevel')
})

test('特定個人情報なら保護評価を、庁外なら制限の内容を尋ねる', () => {
  const important = answering({ '/service/pricing': 'paid', '/information/kinds': ['specific-personal'] })
  expect(expected(important)).toContain('/information/pia/result')
  expect(expected(facts)).not.toContain('/information/pia/result')
  expect(required(answering({ '/use/places': ['outside'] }))).toContain('/use/restrictions')
})

test('標準準拠システム等なら対策を尋ね、形態で変わる行のために形態も尋ねる', () => {
  const draft = answering({
    '/service/class': 'government-cloud',
    '/use/networks': ['mynumber'],
    '/use/standardCompliantSystem': true,
  })
  const measures = (given: Draft) => required(given).filter((pointer) => pointer.startsWith('/governmentCloud/'))
  expect(measures(draft)).toHaveLength(18)
  expect(expected(draft)).toContain('/service/model')
  expect(measures(answering({ '/service/model': 'saas' }, draft))).toHaveLength(19)
  expect(measures(answering({ '/governmentCloud/9/result': 'n/a' }, draft))).toContain('/governmentCloud/9/note')
  expect(expected(answering({ '/governmentCloud/15/result': 'yes' }, draft))).toContain('/governmentCloud/15/parts/a')
})

test('申請が要らない利用と対象外の利用には、どのファイルにも要るものだけを尋ねる', () => {
  expect(asked(answering({ '/use/exemption': 'telecom' })).questions).toEqual([])
  expect(asked(answering({ '/use/governedBy': 'sns-guideline' })).questions).toEqual([])
  expect(required(withoutAnswer(answering({ '/use/exemption': 'telecom' }), '/use/purpose'))).toEqual(['/use/purpose'])
  const careful = answering({
    '/use/exemption': 'telecom',
    '/information/kinds': ['special-care'],
    '/service/pricing': 'paid',
  })
  expect(expected(careful)).toEqual(['/conditions/sensitive-care/reason', '/conditions/sensitive-care/date'])
})

test('利用できないと決まれば、何も尋ねない', () => {
  expect(asked({ use: { governedBy: null, networks: ['lgwan'] }, service: { class: 'cloud' } })).toMatchObject({
    assessment: { outcome: 'prohibited' },
    questions: [],
  })
})

test('スキーマが受け付けない事実は、尋ね直す', () => {
  expect(required(answering({ '/service/pricing': '有料' }))).toEqual(expect.arrayContaining(['/service/pricing']))
})

/** Answers everything that is required, as a plain use would. */
function answerAll(start: Draft): Draft {
  let draft = start
  for (let turn = 0; turn < 12; turn += 1) {
    const open = required(draft)
    if (open.length === 0) return draft
    const facts = open.filter((pointer) => pointer in domains)
    for (const pointer of facts.length > 0 ? facts.slice(0, 1) : open)
      draft = withAnswer(draft, pointer, pointer in domains ? domains[pointer]![0] : trialAnswer(pointer))
  }
  throw new Error('endless questions')
}
const violations = (draft: Draft) =>
  checkService(parseSource('a.yml', writeService(serviceOf(draft, sheets), sheets)), policies).diagnostics.filter(
    ({ verdict }) => verdict === 'violation',
  )
/** Answers that contradict each other are nothing that more answers could mend. */
const contradictions = [
  '03-scope/specific-personal-line',
  '02-terms/contradiction',
  '09-procedure/exemption-claim',
  '15-government-cloud/class',
  '02-terms/corporate-number',
]

test('求められた答えをすべて書けば点検を通り、どれを除いても通らない', { timeout: 120_000 }, () => {
  const asked = Object.keys(policies.questions)
  const some = fc.record(Object.fromEntries(asked.map((pointer) => [pointer, fc.constantFrom(...domains[pointer]!)])), {
    requiredKeys: [],
  })
  fc.assert(
    fc.property(some, fc.constantFrom('agreement', 'terms'), fc.nat(), (given, form, pick) => {
      const start = answering({ ...given, '/contract/form': form }, {})
      const draft = answerAll(start)
      if (nextQuestions(draft, policies, sheets).assessment.outcome === 'prohibited') return
      expect(violations(draft).filter(({ rule }) => !contradictions.includes(rule))).toEqual([])
      const added = required(start).filter((pointer) => answerAt(draft, pointer) !== undefined)
      const removed = added[pick % Math.max(1, added.length)]
      if (removed !== undefined) expect(required(withoutAnswer(draft, removed))).toContain(removed)
    }),
    { numRuns: 20 },
  )
})

test('一覧の行は、ファイルでは表の順に並び、名前でもとに戻る', () => {
  const draft = answering(
    {
      '/criteria/X1/result': 'met',
      '/criteria/10/result': 'met',
      '/criteria/2/result': 'met',
      '/risks/odd/accepted': true,
      '/risks/common-opacity/accepted': true,
    },
    {},
  )
  const value = serviceOf(draft, sheets)
  expect(value).toEqual({
    criteria: [
      { number: 2, result: 'met' },
      { number: 10, result: 'met' },
      { number: 'X1', result: 'met' },
    ],
    risks: [
      { id: 'common-opacity', accepted: true },
      { id: 'odd', accepted: true },
    ],
  })
  expect(serviceOf(draftOf(value), sheets)).toEqual(value)
  expect(placeInDraft(draft, '/criteria/2/result', sheets)).toBe('/criteria/X1/result')
  expect(placeInDraft(draft, '/use/networks/0', sheets)).toBe('/use/networks/0')
})

test('同じ名前の行が二つある一覧や、一覧でないものは、そのまま残す', () => {
  const odd = {
    risks: [
      { id: 'a', accepted: true },
      { id: 'a', accepted: false },
    ],
    criteria: ['x'],
    conditions: 'y',
  }
  expect(serviceOf(draftOf(odd), sheets)).toEqual(odd)
  expect(draftOf('x')).toEqual({})
})
