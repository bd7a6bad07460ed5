import { expect, test } from 'vitest'
import type { Judgement } from '../gate/types.ts'
import { judgeApproval, type Push } from './approval.ts'
import { type HookSettings, readHookSettings } from './settings.ts'

const key = '3f2a91c4'
const open = [{ key, file: 'services/koho/a.yml' } as Judgement]
const settings: HookSettings = { reviewers: ['jiro@example.lg.jp'], approval: 'judgements', signed: false }
const push: Push = {
  old: 'a',
  tip: {
    parents: ['a', 'b'],
    author: 'Jiro@example.lg.jp',
    committer: 'jiro@example.lg.jp',
    others: [],
    message: `取り込み\n\n/判断 ${key} 可 理由は次のとおりで、支障がないため。\n`,
    signer: null,
  },
  commits: [{ author: 'hanako@example.lg.jp', committer: 'hanako@example.lg.jp', others: [] }],
  isUntouched: true,
}
const reasons = (
  given: Partial<Omit<Push, 'tip'>> & { tip?: Partial<Push['tip']> } = {},
  how: Partial<HookSettings> = {},
  asked: readonly Judgement[] = open,
) => judgeApproval({ ...push, ...given, tip: { ...push.tip, ...given.tip } }, asked, { ...settings, ...how }).reasons

test('審査する人の取り込みと回答がそろえば、何も言わない', () => {
  expect(reasons()).toEqual([])
  expect(judgeApproval(push, open, settings).answers).toMatchObject([{ key, verdict: 'accept' }])
})
test('判断がなければ、取り込む人を問わない', () => {
  expect(reasons({ tip: { parents: ['a'], author: 'x@y' } }, {}, [])).toEqual([])
  expect(reasons({ tip: { parents: ['a'] } }, { approval: 'always' }, [])).toHaveLength(1)
  expect(reasons({}, { approval: 'always' }, [])).toEqual([])
})
const hanako = 'hanako@example.lg.jp'
test.each<[string, Parameters<typeof reasons>[0], Partial<HookSettings>?]>([
  ['サーバーに決められていません', {}, { reviewers: [] }],
  ['--no-ff', { tip: { parents: ['b'] } }],
  ['--no-ff', { tip: { parents: ['b', 'a'] } }],
  ['--no-ff', { tip: { parents: ['a', 'b', 'c'] } }],
  ['審査する人ではありません', { tip: { committer: hanako } }],
  ['審査する人ではありません', { tip: { author: hanako } }],
  ['自分で書いた', { commits: [{ author: 'JIRO@example.lg.jp', committer: hanako, others: [] }] }],
  ['自分で書いた', { commits: [{ author: hanako, committer: 'jiro@example.lg.jp', others: [] }] }],
  ['自分で書いた', { commits: [{ author: hanako, committer: hanako, others: ['jiro@example.lg.jp'] }] }],
  ['書き換えられています', { isUntouched: false }],
  ['署名がありません', {}, { signed: true }],
  ['署名がありません', { tip: { signer: hanako } }, { signed: true }],
  ['回答がありません', { tip: { message: '取り込み' } }],
  ['読み取れない行', { tip: { message: `/判断 ${key} 可 短い` } }],
  ['「不可」', { tip: { message: `/判断 ${key} 不可 理由は次のとおりで、認められない。` } }],
])('%s', (says, given, how) => expect(reasons(given, how)[0]).toContain(says))

test('署名した人が取り込んだ人なら、署名のある取り込みである', () =>
  expect(reasons({ tip: { signer: 'Jiro@example.lg.jp' } }, { signed: true })).toEqual([]))

test('資格のない取り込みの回答は、数えない', () =>
  expect(judgeApproval({ ...push, isUntouched: false }, open, settings)).toMatchObject({
    answers: [],
    unanswered: [{ key }],
  }))

test.each<[unknown, RegExp]>([
  [[], /項目の並び/],
  [{ reviewer: [] }, /「reviewer」/],
  [{ reviewers: 'a@b' }, /メールアドレスの一覧/],
  [{ reviewers: ['a'] }, /メールアドレスの一覧/],
  [{ approval: 'never' }, /judgements か always/],
  [{ signed: 'yes' }, /true か false/],
])('設定 %j は読まない', (value, says) => expect(readHookSettings(value)).toMatch(says))
test('設定を読む', () => {
  expect(readHookSettings({})).toEqual({ reviewers: [], approval: 'judgements', signed: false })
  expect(readHookSettings({ reviewers: ['A@B.jp'], approval: 'always', signed: true })).toEqual({
    reviewers: ['a@b.jp'],
    approval: 'always',
    signed: true,
  })
})
