import { describe, expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { assess, assessAnswers } from './assess.ts'
import { blameless, differing } from './blameless.ts'
import { counterfactuals } from './counterfactual.ts'
import { withFact } from './facts.ts'
import { domains } from './generated/domains.ts'

const liftsOf = (difference: object) => counterfactuals(differing(blameless, difference), policies)

describe('what would lift a prohibition', () => {
  test('nothing where nothing is prohibited', () => {
    expect(liftsOf({})).toEqual([])
    expect(counterfactuals({}, policies)).toEqual([])
    expect(counterfactuals(null, policies)).toEqual([])
  })

  test('a network: the smallest change of the list, and the classes that may be reached from there', () => {
    expect(liftsOf({ use: { networks: ['internet', 'mynumber'] } })).toEqual([
      { pointer: '/use/networks', value: ['internet'], outcome: 'application' },
    ])
    expect(liftsOf({ use: { networks: ['lgwan'] } })).toEqual([
      { pointer: '/use/networks', value: ['internet'], outcome: 'application' },
      { pointer: '/service/class', value: 'government-cloud', outcome: 'application' },
      { pointer: '/service/class', value: 'lgwan-asp-national', outcome: 'application' },
      { pointer: '/service/class', value: 'lgwan-asp-closed', outcome: 'application' },
      { pointer: '/service/class', value: 'lgwan-asp-internet', outcome: 'application' },
    ])
  })

  test('a class that contradicts the category is no way out', () => {
    const lifts = liftsOf({ service: { category: 'sns', class: 'web', model: null }, use: { networks: ['lgwan'] } })
    expect(lifts.map(({ pointer }) => pointer)).toEqual(['/use/networks'])
  })

  test('free with important information: pay, or leave the information out', () =>
    expect(liftsOf({ service: { pricing: 'free' }, information: { kinds: ['personal'] } })).toEqual([
      { pointer: '/service/pricing', value: 'paid', outcome: 'application' },
      { pointer: '/information/kinds', value: [], outcome: 'application' },
    ]))

  test('a distribution service has the consent besides', () => {
    const video = { service: { pricing: 'free', category: 'distribution' }, information: { kinds: ['personal'] } }
    expect(liftsOf(video).map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/service/pricing', 'paid'],
      ['/information/kinds', []],
      ['/information/publishedWithConsent', true],
    ])
  })

  test('a barred exemption is lifted by leaving the information out, and stays an exemption', () =>
    expect(liftsOf({ use: { exemption: 'logo-chat' }, information: { kinds: ['personal'] } })).toEqual([
      { pointer: '/information/kinds', value: [], outcome: 'exempt' },
    ]))

  test('two prohibitions are lifted by no single fact', () =>
    expect(
      liftsOf({ service: { pricing: 'free' }, use: { networks: ['lgwan'] }, information: { kinds: ['personal'] } }),
    ).toEqual([]))

  test('answers so far', () => {
    const answers = { use: { governedBy: null, networks: ['lgwan'] }, service: { class: 'cloud' } }
    expect(counterfactuals(answers, policies, assessAnswers)[0]).toEqual({
      pointer: '/use/networks',
      value: ['internet'],
      outcome: 'incomplete',
    })
  })
})

test('every change lifts, for every class and network', () => {
  for (const service of domains['/service/class']!)
    for (const networks of domains['/use/networks']!) {
      const use = differing(blameless, { service: { class: service }, use: { networks } }) as object
      for (const { pointer, value, outcome } of counterfactuals(use, policies)) {
        expect(outcome).not.toBe('prohibited')
        expect(assess(withFact(use, pointer, value), policies).outcome).toBe(outcome)
      }
    }
})
