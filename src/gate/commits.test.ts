import { expect, test } from 'vitest'
import { attribute, entryTrailer } from './commits.ts'
import type { Commit } from './evidence.ts'

const bot = 77
const known: Commit = { oid: 'a', authors: [1], authorCount: 1, committer: { login: 'hanako', id: 1 } }
const byBot: Commit = { oid: 'b', authors: [null], authorCount: 1, committer: { login: 'web-flow', id: 19864447 } }
const told = { oid: 'b', botId: bot, isVerified: true, message: `新規\n\n${entryTrailer(5)}` }
const judge = (commits: Commit[], difference = {}) => attribute(commits, [{ ...told, ...difference }], new Set([bot]))
const kinds = (commits: Commit[], difference = {}) => judge(commits, difference).blockers.map(({ kind }) => kind)

test('accounts speak for themselves', () => expect(judge([known])).toEqual({ blockers: [], entered: [] }))
test('our App says for whom it wrote', () => expect(judge([known, byBot])).toEqual({ blockers: [], entered: [5] }))
test.each([
  ['an author without an account', { ...known, authors: [null] }, {}, ['unattributed']],
  ['a second author without one', { ...known, authors: [1, null] }, {}, ['unattributed']],
  ['no committer', { ...known, committer: null }, {}, ['unattributed']],
  ['another App', byBot, { botId: 78 }, ['unattributed']],
  ['a person who took the name of the App', byBot, { botId: null }, ['unattributed']],
  ['a commit that GitHub has not signed', byBot, { isVerified: false }, ['unattributed']],
  ['nobody is named', byBot, { message: '新規' }, ['entry']],
  ['two are named', byBot, { message: `${entryTrailer(5)}\n${entryTrailer(6)}` }, ['entry']],
])('%s', (_, commit, difference, expected) => expect(kinds([commit], difference)).toEqual(expected))
