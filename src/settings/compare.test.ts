import { expect, test } from 'vitest'
import { compare } from './compare.ts'
import { resolveNames } from './names.ts'
import type { JsonObject } from './types.ts'

const check = (context: string, id: number) => ({ context, integration_id: id })
const wanted: JsonObject = {
  name: 'main',
  enforcement: 'active',
  bypass_actors: [],
  conditions: { ref_name: { include: ['a', 'b'], exclude: [] } },
  rules: [
    { type: 'deletion' },
    {
      type: 'required_status_checks',
      parameters: { strict: false, required_status_checks: [check('x', 1), check('y', 1)] },
    },
    {
      type: 'pull_request',
      parameters: { required_reviewers: [{ file_patterns: ['**', '!a'], reviewer: { type: 'Team', id: 1 } }] },
    },
  ],
}
const found = (change: JsonObject = {}): JsonObject => ({ ...wanted, ...change })
const messages = (change: JsonObject) => compare('r', wanted, found(change)).map(({ message }) => message)
const [deletion, checks, reviews] = wanted.rules as unknown as [JsonObject, JsonObject, JsonObject]

test.each<[why: string, change: JsonObject]>([
  ['nothing changed', {}],
  ['what GitHub adds', { id: 1, source: 'x', current_user_can_bypass: 'never', _links: {} }],
  ['another order of rules', { rules: [reviews, checks, deletion] }],
  ['another order of branches', { conditions: { ref_name: { include: ['b', 'a'], exclude: [] } } }],
  [
    'another order of checks',
    {
      rules: [
        deletion,
        reviews,
        { ...checks, parameters: { strict: false, required_status_checks: [check('y', 1), check('x', 1)] } },
      ],
    },
  ],
  [
    'what nobody chose',
    {
      rules: [
        { ...deletion, parameters: null },
        checks,
        { ...reviews, parameters: { ...(reviews.parameters as JsonObject), automatic_review: false, others: [] } },
      ],
    },
  ],
])('the same in other words: %s', (_, change) => expect(messages(change)).toEqual([]))

test.each<[why: string, change: JsonObject, says: string]>([
  ['a rule less', { rules: [checks, reviews] }, 'rに rules.deletion（'],
  ['a rule more', { rules: [deletion, checks, reviews, { type: 'update' }] }, 'コードにない rules.update（'],
  [
    'the same check twice',
    {
      rules: [
        deletion,
        reviews,
        {
          ...checks,
          parameters: { strict: false, required_status_checks: [check('x', 1), check('x', 2), check('y', 1)] },
        },
      ],
    },
    'x (2)',
  ],
  [
    'patterns in another order',
    {
      rules: [
        deletion,
        checks,
        {
          ...reviews,
          parameters: { required_reviewers: [{ file_patterns: ['!a', '**'], reviewer: { type: 'Team', id: 1 } }] },
        },
      ],
    },
    'file_patterns',
  ],
  [
    'somebody may bypass',
    { bypass_actors: [{ actor_type: 'Team', actor_id: 3, bypass_mode: 'always' }] },
    'コードにない bypass_actors.Team 3',
  ],
  [
    'a number that became a text',
    { enforcement: 'evaluate' },
    'enforcement が "evaluate" です。正しくは "active" です。',
  ],
])('a difference: %s', (_, change, says) => {
  const said = messages(change)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain(says)
})

test('who may bypass: not shown is not nobody', () => {
  const { bypass_actors: _, ...hidden } = wanted
  expect(compare('r', wanted, hidden).map(({ kind }) => kind)).toEqual(['unreadable'])
  expect(compare('r', wanted, { ...hidden, enforcement: 'disabled' }).map(({ kind }) => kind)).toEqual([
    'unreadable',
    'different',
  ])
})

test('names become numbers; those that nobody has are told', () => {
  const names = { teams: { kiban: { slug: 'dx', id: 7, permission: 'push', visible: true } }, apps: {} }
  expect(resolveNames({ a: ['team:kiban', 'team-slug:kiban', 'app:gate', 'team: x'] }, names)).toEqual({
    value: { a: [7, 'dx', null, 'team: x'] },
    missing: ['App「gate」'],
  })
})
