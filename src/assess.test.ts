import fc from 'fast-check'
import { expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { assess, assessAnswers } from './assess.ts'
import { withFact } from './facts.ts'
import { domains } from './generated/domains.ts'
import { blameless } from './testing/blameless.ts'

const facts = Object.keys(policies.questions)
const nothing = { service: {}, use: {}, information: {} }

/** Everything that an assessment says but for `because`. */
const answers = new Map<string, string>()
function answerOf(stated: object): string {
  const key = JSON.stringify(stated)
  const known = answers.get(key)
  if (known !== undefined) return known
  const { because: _, ...answer } = assessAnswers(stated, policies)
  const found = JSON.stringify(answer)
  answers.set(key, found)
  return found
}

function* completions(stated: object, open: readonly string[]): Generator<object> {
  const [first, ...rest] = open
  if (first === undefined) yield stated
  else for (const fact of domains[first]!) yield* completions(withFact(stated, first, fact), rest)
}

/** By brute force: the open facts of which some completion has two values with different answers. */
function needed(stated: object, open: readonly string[]): string[] {
  return open.filter((fact) => {
    const others = open.filter((other) => other !== fact)
    for (const whole of completions(stated, others))
      if (new Set(domains[fact]!.map((value) => answerOf(withFact(whole, fact, value)))).size > 1) return true
    return false
  })
}

const someFacts = fc
  .tuple(
    ...facts.map((fact) => fc.constantFrom(...domains[fact]!)),
    fc.shuffledSubarray(facts, { minLength: 1, maxLength: 4 }),
  )
  .map((drawn) => {
    const open = drawn.at(-1) as string[]
    const stated = facts.reduce<object>(
      (value, fact, index) => (open.includes(fact) ? value : withFact(value, fact, drawn[index])),
      nothing,
    )
    return { stated, open: facts.filter((fact) => open.includes(fact)) }
  })

test('missing は、結論をまだ変えうる事実と、ちょうど一致する', () => {
  fc.assert(
    fc.property(someFacts, ({ stated, open }) => {
      const assessment = assessAnswers(stated, policies)
      expect(assessment.missing ?? []).toEqual(needed(stated, open))
      if (assessment.outcome !== 'incomplete') {
        const [some = stated] = completions(stated, open)
        const { because: _, ...answer } = assessment
        expect(JSON.stringify(answer)).toBe(answerOf(some))
      }
    }),
    { numRuns: 100 },
  )
}, 60_000)

test('接続元を増やしても、利用不可は利用不可のままである', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...domains['/service/class']!),
      fc.constantFrom(...domains['/use/networks']!),
      (serviceClass, networks) => {
        const of = (list: unknown) =>
          assess(withFact(withFact(blameless, '/service/class', serviceClass), '/use/networks', list), policies).outcome
        for (const more of ['mynumber', 'lgwan', 'internet'])
          if (of(networks) === 'prohibited')
            expect(of([...new Set([...(networks as string[]), more])])).toBe('prohibited')
      },
    ),
  )
})

test('ファイルでは、書かれていない事実に既定の値が入る', () => {
  const { service, use, information } = blameless
  const stated = {
    service: { class: service.class, pricing: service.pricing, category: service.category },
    use: { networks: use.networks },
    information: { kinds: information.kinds },
  }
  expect(assess(stated, policies).outcome).toBe('application')
  expect(assessAnswers(stated, policies)).toEqual({
    outcome: 'incomplete',
    because: [],
    conditions: [],
    missing: ['/use/governedBy', '/use/exemption'],
  })
})

test('何も書かれていなければ、尋ねる順にすべてを尋ねる', () => {
  expect(assessAnswers({}, policies).missing).toEqual(facts)
  expect(assess({}, policies).missing).toEqual([
    '/service/class',
    '/use/networks',
    '/information/kinds',
    '/service/pricing',
    '/service/category',
  ])
})

test('スキーマが認めない事実は、書かれていないのと同じである', () => {
  const wrong = withFact(blameless, '/service/class', 'クラウド')
  expect(assess(wrong, policies)).toEqual({
    outcome: 'incomplete',
    because: [],
    conditions: [],
    missing: ['/service/class'],
  })
  expect(assess(withFact(blameless, '/use/networks', ['internet', 'x']), policies).missing).toEqual(['/use/networks'])
  expect(assess({ service: 3, use: [], information: 'x' }, policies).outcome).toBe('incomplete')
  expect(assess([], policies).outcome).toBe('incomplete')
})

test('どの区分でも×なら、区分を尋ねるまでもなく利用不可である', () => {
  const open = {
    ...blameless,
    service: { pricing: 'paid', category: 'other' },
    use: { networks: ['mynumber', 'internet'] },
  }
  expect(assess(open, policies)).toEqual({
    outcome: 'prohibited',
    because: [{ rule: '03-scope/network-matrix', section: '3' }],
    conditions: [],
  })
})

test('null は、書かれていないのと同じである', () => {
  expect(assess({ ...blameless, use: { ...blameless.use, exemption: null, governedBy: null } }, policies)).toEqual(
    assess(blameless, policies),
  )
})

test('誰にも読めない事実には、既定の値が入らない', () => {
  expect(assess(blameless, policies, []).outcome).toBe('application')
  expect(assess(blameless, policies, ['/use/exemption', '/use/governedBy'])).toEqual({
    outcome: 'incomplete',
    because: [],
    conditions: [],
    missing: ['/use/governedBy', '/use/exemption'],
  })
})

test('because には、残る事実がどうであっても利用不可とする規則だけを挙げる', () => {
  const open = {
    service: { class: 'cloud', pricing: 'free', category: 'other' },
    use: { governedBy: null },
    information: { kinds: ['personal'] },
  }
  const freeImportant = { rule: '03-scope/free-important', section: '3' }
  const networkMatrix = { rule: '03-scope/network-matrix', section: '3' }
  expect(assess(open, policies)).toEqual({ outcome: 'prohibited', because: [freeImportant], conditions: [] })
  const inLgwan = { ...open, use: { governedBy: null, networks: ['lgwan'], exemption: 'x' } }
  expect(assess(inLgwan, policies).because).toEqual([freeImportant, networkMatrix])
})

test('尋ねているあいだは、「どれでもない」がない事実の null は答えにならない', () => {
  const { service, use, information } = blameless
  const answers = {
    service: { ...service, class: 'government-cloud' },
    use: { ...use, networks: ['mynumber'], governedBy: null, exemption: null, standardCompliantSystem: null },
    information,
  }
  expect(assessAnswers(answers, policies).missing).toEqual(['/use/standardCompliantSystem'])
})
