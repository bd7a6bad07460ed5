import { describe, expect, test } from 'vitest'
import { verifyApproval } from './approval.ts'
import type { Commit, Dismissal, Evidence, MergeEvidence, Review } from './evidence.ts'
import type { Judgement } from './types.ts'

const [hanako, jiro, saburo, stranger] = [1, 2, 3, 9]
const head = 'h'.repeat(40)
const names: Record<number, string> = { 1: 'hanako', 2: 'jiro', 3: 'saburo', 4: 'shiro', 9: 'stranger' }
const actor = (id: number, type = 'User') => ({ type, login: names[id] ?? `user${id}`, id })
let next = 100
const nextId = (): number => {
  next += 1
  return next
}
const review = (id: number, given: Partial<Review> = {}): Review => ({
  id: nextId(),
  state: 'APPROVED',
  submittedAt: '2026-04-01T00:00:00Z',
  body: '',
  commit: head,
  author: actor(id),
  edited: null,
  association: id === stranger ? 'NONE' : 'MEMBER',
  ...given,
})
const commit = (authors: (number | null)[] = [hanako], committer: number | null = hanako): Commit => ({
  oid: head,
  authors,
  authorCount: authors.length,
  committer: committer === null ? null : { login: 'x', id: committer },
})
const judgement = (key: string): Judgement => ({
  key,
  file: 'services/soumu/iken.yml',
  rule: '09-procedure/correction',
  section: '9',
  pointer: '/use',
  line: 1,
  question: '？',
  remedy: null,
  facts: [],
})
type Given = Partial<Omit<Evidence, 'conversation'>> & { reviews?: Review[]; commits?: Commit[]; conversation?: object }
function evidenceOf({ reviews = [], commits = [commit()], conversation, ...given }: Given): Evidence {
  const inOrder = reviews.map((one, index) => ({
    ...one,
    submittedAt: one.submittedAt && `2026-04-01T00:0${index}:00Z`,
  }))
  return {
    conversation: {
      isOpen: true,
      mergedAt: null,
      baseRef: 'main',
      head,
      author: actor(hanako),
      commits: { total: commits.length, rows: commits },
      reviews: { total: reviews.length, rows: inOrder },
      dismissals: [],
      ...conversation,
    },
    teams: { policy: [jiro], engine: [] },
    subject: 'services',
    touchesPolicy: false,
    open: [],
    earlier: [],
    entered: [],
    ...given,
  }
}
const decide = (given: Given) => verifyApproval(evidenceOf(given), 'pre')
const stateOf = (given: Given): string => decide(given).state
const answer = (key: string, verdict = '可') => `/判断 ${key} ${verdict} 担当課に聞き取り、支障がないと確かめた。`

describe('whose approval counts', () => {
  test('one of 情報政策課, at the head', () => {
    const { state, reviewers, reasons } = decide({ reviews: [review(jiro, { body: 'よい' })] })
    expect([state, reasons]).toEqual(['approved', []])
    expect(reviewers).toMatchObject([{ id: jiro, login: 'jiro', commit: head }])
    expect(reviewers[0]?.bodySha256).toMatch(/^[0-9a-f]{64}$/)
  })
  test('nobody has said anything yet', () => {
    expect(decide({})).toMatchObject({ state: 'waiting', reasons: ['情報政策課の承認がまだありません。'] })
  })
  test.each<[string, Given]>([
    ['not of the team', { reviews: [review(saburo)] }],
    ['a stranger', { reviews: [review(stranger)] }],
    ['an earlier head', { reviews: [review(jiro, { commit: 'e'.repeat(40) })] }],
    ['no commit', { reviews: [review(jiro, { commit: null })] }],
    ['only a comment', { reviews: [review(jiro, { state: 'COMMENTED' })] }],
    ['not handed in', { reviews: [review(jiro, { state: 'PENDING', submittedAt: null })] }],
    ['dismissed', { reviews: [review(jiro, { state: 'DISMISSED' })] }],
    ['a bot', { reviews: [review(jiro, { author: actor(jiro, 'Bot') })] }],
    ['an account that is gone', { reviews: [review(jiro, { author: null })] }],
    ['the one who applies', { reviews: [review(jiro)], conversation: { author: actor(jiro) } }],
    ['an author of a commit', { reviews: [review(jiro)], commits: [commit(), commit([jiro])] }],
    ['a second author', { reviews: [review(jiro)], commits: [commit([hanako, jiro])] }],
    ['a committer', { reviews: [review(jiro)], commits: [commit([hanako], jiro)] }],
    ['the one who typed it in', { reviews: [review(jiro)], entered: [jiro] }],
  ])('not: %s', (_, given) => expect(stateOf(given)).toBe('waiting'))
  test('a name is nothing, the number of the account is all', () => {
    const impostor = { type: 'User', login: 'jiro', id: stranger }
    expect(stateOf({ reviews: [review(stranger, { author: impostor })] })).toBe('waiting')
  })
  test('what is done in the browser is committed by GitHub, which is nobody', () => {
    expect(stateOf({ reviews: [review(jiro)], commits: [commit([hanako], 19864447)] })).toBe('approved')
  })
  test('why it does not count is said', () => {
    expect(decide({ reviews: [review(jiro, { commit: 'e'.repeat(40) })] }).reasons[0]).toContain('より前の版')
  })
})

describe('the last opinion of each person', () => {
  const changes = { state: 'CHANGES_REQUESTED' } as const
  test('a comment does not replace an approval', () =>
    expect(stateOf({ reviews: [review(jiro), review(jiro, { state: 'COMMENTED' })] })).toBe('approved'))
  test('a request for changes does', () =>
    expect(stateOf({ reviews: [review(jiro), review(jiro, changes)] })).toBe('refused'))
  test('and an approval replaces that', () =>
    expect(stateOf({ reviews: [review(jiro, changes), review(jiro)] })).toBe('approved'))
  test('one who asks for changes outweighs one who approves', () =>
    expect(
      stateOf({ teams: { policy: [jiro, saburo], engine: [] }, reviews: [review(saburo, changes), review(jiro)] }),
    ).toBe('refused'))
  test('somebody of the house may ask for changes, in whatever team; a stranger may not', () => {
    expect(stateOf({ reviews: [review(saburo, changes), review(jiro)] })).toBe('refused')
    expect(stateOf({ reviews: [review(stranger, changes), review(jiro)] })).toBe('approved')
  })
  test('a request at an earlier head stands', () =>
    expect(
      stateOf({
        teams: { policy: [jiro, saburo], engine: [] },
        reviews: [review(saburo, { ...changes, commit: 'e' }), review(jiro)],
      }),
    ).toBe('refused'))
})

describe('a request for changes that somebody takes away', () => {
  const teams = { policy: [jiro, saburo], engine: [] }
  const taken = review(saburo, { state: 'DISMISSED' })
  const dismissed = (id: number | null) => ({
    dismissals: [{ reviewId: taken.id, previous: 'CHANGES_REQUESTED', by: id === null ? null : actor(id), at: '' }],
  })
  test.each([
    ['the one who applies', hanako, 'refused'],
    ['a stranger', stranger, 'refused'],
    ['nobody that is known', null, 'refused'],
    ['a colleague', jiro, 'approved'],
    ['the person', saburo, 'approved'],
  ])('by %s', (_, by, state) =>
    expect(stateOf({ teams, reviews: [taken, review(jiro)], conversation: dismissed(by) })).toBe(state))
  test('its author may say otherwise later', () =>
    expect(stateOf({ teams, reviews: [taken, review(saburo)], conversation: dismissed(hanako) })).toBe('approved'))
  test('an approval that is taken away is no request', () => {
    const { dismissals } = dismissed(hanako)
    const conversation = { dismissals: [{ ...dismissals[0], previous: 'APPROVED' }] }
    expect(stateOf({ teams, reviews: [taken, review(jiro)], conversation })).toBe('approved')
  })
})

describe('answers', () => {
  const open = [judgement('aaaaaaaa'), judgement('bbbbbbbb')]
  test('every open judgement has one', () => {
    const body = `${answer('aaaaaaaa')}\n${answer('bbbbbbbb', '条件付')}`
    const { state, answers } = decide({ open, reviews: [review(jiro, { body })] })
    expect([state, answers.map(({ key, verdict }) => `${key} ${verdict}`)]).toEqual([
      'approved',
      ['aaaaaaaa accept', 'bbbbbbbb conditional'],
    ])
  })
  test('one is missing', () => {
    const { state, reasons } = decide({ open, reviews: [review(jiro, { body: answer('aaaaaaaa') })] })
    expect([state, reasons]).toEqual(['waiting', ['判断票の1件（bbbbbbbb）の回答がまだありません。']])
  })
  test.each<[string, Given]>([
    ['in a comment', { reviews: [review(jiro), review(jiro, { state: 'COMMENTED', body: answer('aaaaaaaa') })] }],
    ['at an earlier head', { reviews: [review(jiro, { body: answer('aaaaaaaa'), commit: 'e' }), review(jiro)] }],
    ['by somebody who does not decide', { reviews: [review(saburo, { body: answer('aaaaaaaa') }), review(jiro)] }],
    ['by the one who applies', { reviews: [review(hanako, { body: answer('aaaaaaaa') }), review(jiro)] }],
    [
      'in an approval that a later one replaces',
      { reviews: [review(jiro, { body: answer('aaaaaaaa') }), review(jiro)] },
    ],
  ])('not %s', (_, given) => expect(stateOf({ open: open.slice(0, 1), ...given })).toBe('waiting'))
  test('what was answered at an earlier head is kept to be read', () => {
    const { kept } = decide({ open, reviews: [review(jiro, { body: answer('aaaaaaaa'), commit: 'e' })] })
    expect(kept.map(({ key }) => key)).toEqual(['aaaaaaaa'])
  })
  test('one 不可 wins over any number of 可', () => {
    const teams = { policy: [jiro, saburo], engine: [] }
    const body = answer('aaaaaaaa', '不可')
    const yes = review(jiro, { body: answer('aaaaaaaa') })
    for (const state of ['APPROVED', 'COMMENTED', 'CHANGES_REQUESTED'] as const)
      expect(stateOf({ teams, open: open.slice(0, 1), reviews: [review(saburo, { body, state }), yes] })).toBe(
        'refused',
      )
    expect(stateOf({ teams, open: open.slice(0, 1), reviews: [review(saburo, { body, commit: 'e' }), yes] })).toBe(
      'refused',
    )
  })
  test('until the same person says otherwise, or the question is gone', () => {
    const no = review(jiro, { body: answer('aaaaaaaa', '不可') })
    expect(stateOf({ open: open.slice(0, 1), reviews: [no, review(jiro, { body: answer('aaaaaaaa') })] })).toBe(
      'approved',
    )
    expect(stateOf({ open: [], reviews: [no] })).toBe('approved')
  })
  test('a condition that one of two sets holds', () => {
    const teams = { policy: [jiro, saburo], engine: [] }
    const reviews = [review(jiro, { body: answer('aaaaaaaa') }), review(saburo, { body: answer('aaaaaaaa', '条件付') })]
    expect(decide({ teams, open: open.slice(0, 1), reviews }).answers).toMatchObject([{ verdict: 'conditional' }])
  })
  test('a line that cannot be read stops everything, until its author says something else', () => {
    const wrong = review(jiro, { body: '/判断 aaaaaaaa よい' })
    expect(decide({ reviews: [wrong] })).toMatchObject({
      state: 'refused',
      unreadable: [{ by: { id: jiro, login: 'jiro' }, line: '/判断 aaaaaaaa よい' }],
    })
    expect(stateOf({ reviews: [review(jiro), review(jiro, { state: 'COMMENTED', body: '/判断' })] })).toBe('refused')
    expect(stateOf({ reviews: [wrong, review(jiro)] })).toBe('approved')
    expect(stateOf({ reviews: [review(stranger, { state: 'COMMENTED', body: '/判断' }), review(jiro)] })).toBe(
      'approved',
    )
  })
  test('an answer to what is no longer asked has lapsed', () => {
    const earlier = [{ ...judgement('cccccccc'), facts: [{ pointer: '/use/purpose', value: 'あ' }] }]
    const now = [{ ...judgement('dddddddd'), facts: [{ pointer: '/use/purpose', value: 'い' }] }]
    const reviews = [review(jiro, { body: answer('cccccccc'), commit: 'e' })]
    expect(decide({ open: now, earlier, reviews }).lapsed).toEqual([
      { key: 'cccccccc', why: '「利用の内容 › 利用の目的」が変わりました。' },
    ])
    expect(decide({ open: [], earlier, reviews }).lapsed[0]?.why).toContain('要らなくなりました')
    expect(decide({ open: [], earlier: [], reviews }).lapsed[0]?.why).toContain('今の申請にありません')
  })
})

describe('what is no application needs two', () => {
  const shiro = 4
  const teams = { policy: [jiro], engine: [saburo, shiro] }
  const given = (...people: number[]): Given => ({ subject: 'other', teams, reviews: people.map((id) => review(id)) })
  test.each([
    [[saburo], false, 'waiting'],
    [[saburo, shiro], false, 'approved'],
    [[saburo, jiro], false, 'waiting'],
    [[saburo, shiro], true, 'waiting'],
    [[saburo, jiro], true, 'approved'],
    [[jiro], true, 'waiting'],
  ])('%j, rules touched: %s', (people, touchesPolicy, state) => {
    expect(stateOf({ ...given(...people), touchesPolicy })).toBe(state)
  })
})

describe('words that somebody else has changed', () => {
  const by = (id: number | null) => ({ edited: { by: id === null ? null : actor(id) } })
  test('the reviewer may mend their own words', () =>
    expect(stateOf({ reviews: [review(jiro, by(jiro))] })).toBe('approved'))
  test.each([
    ['the one who applies', hanako],
    ['nobody that is known', null],
  ])('by %s: nothing is known', (_, id) => {
    expect(stateOf({ reviews: [review(jiro, by(id))] })).toBe('refused')
    const comment = review(saburo, { ...by(id), state: 'COMMENTED' })
    expect(stateOf({ reviews: [comment, review(jiro)] })).toBe('refused')
  })
  test('until the same person gives an opinion again', () => {
    expect(stateOf({ reviews: [review(jiro, by(hanako)), review(jiro)] })).toBe('approved')
    expect(stateOf({ reviews: [review(jiro, by(hanako)), review(jiro, { state: 'COMMENTED' })] })).toBe('refused')
  })
})

test('a list that is cut short proves nothing', () => {
  const whole = evidenceOf({ reviews: [review(jiro)] })
  const cut = (difference: object) =>
    verifyApproval({ ...whole, conversation: { ...whole.conversation, ...difference } }, 'pre').state
  expect(cut({})).toBe('approved')
  expect(cut({ reviews: { ...whole.conversation.reviews, total: 2 } })).toBe('refused')
  expect(cut({ commits: { ...whole.conversation.commits, total: 2 } })).toBe('refused')
  expect(cut({ commits: { total: 1, rows: [{ ...commit(), authorCount: 11 }] } })).toBe('refused')
})

describe('after the merge', () => {
  const check = { appId: 7, conclusion: 'success', completedAt: '2026-04-01T01:00:00Z' }
  const merge: MergeEvidence = {
    gateAppId: 7,
    checks: [
      { ...check, name: '審査/policy-gate' },
      { ...check, name: '審査/承認' },
    ],
    suite: 'pass',
    isSigned: true,
    files: [{ path: 'services/soumu/iken.yml', approved: 'b', merged: 'b' }],
    paths: ['services/soumu/iken.yml'],
    violations: 0,
    keys: [],
  }
  const merged = (difference: Partial<MergeEvidence>, mergedAt: string | null = '2026-04-01T02:00:00Z') =>
    verifyApproval(
      evidenceOf({ reviews: [review(jiro)], conversation: { mergedAt }, merge: { ...merge, ...difference } }),
      'post',
    )
  test('everything held when it happened', () => expect(merged({})).toMatchObject({ state: 'approved', reasons: [] }))
  test.each<[string, Partial<MergeEvidence>]>([
    ['a check is missing', { checks: merge.checks.slice(1) }],
    ['a check of somebody else', { checks: merge.checks.map((one) => ({ ...one, appId: 15368 })) }],
    ['a check that failed', { checks: merge.checks.map((one) => ({ ...one, conclusion: 'failure' })) }],
    [
      'a check that came too late',
      { checks: merge.checks.map((one) => ({ ...one, completedAt: '2026-04-01T03:00:00Z' })) },
    ],
    [
      'a later check that failed in time',
      {
        checks: [...merge.checks, { ...merge.checks[1]!, conclusion: 'failure', completedAt: '2026-04-01T01:30:00Z' }],
      },
    ],
    ['a bypass', { suite: 'bypass' }],
    ['no rule suite', { suite: null }],
    ['no signature', { isSigned: false }],
    ['other content', { files: [{ path: 'services/soumu/iken.yml', approved: 'b', merged: 'c' }] }],
    ['another file', { paths: ['services/soumu/iken.yml', 'services/koho/a.yml'] }],
    ['a violation', { violations: 1 }],
    ['another question', { keys: ['aaaaaaaa'] }],
  ])('not: %s', (_, difference) => {
    const { state, reasons } = merged(difference)
    expect(state).toBe('refused')
    for (const reason of reasons) expect(reason).toMatch(/。$/)
  })
  test('an approval that came after the merge', () =>
    expect(merged({}, '2026-03-31T00:00:00Z').state).not.toBe('approved'))
  describe('what is said or taken back later changes nothing of it', () => {
    const mergedAt = '2026-04-01T00:00:30Z'
    const approval = review(jiro)
    const later = (reviews: Review[], dismissals: Dismissal[] = []) =>
      verifyApproval(
        evidenceOf({ reviews: [approval, ...reviews], conversation: { mergedAt, dismissals }, merge: early }),
        'post',
      )
    const early = { ...merge, checks: merge.checks.map((one) => ({ ...one, completedAt: '2026-04-01T00:00:10Z' })) }
    const dismissal = { previous: 'APPROVED', by: actor(hanako), reviewId: approval.id } as const
    test.each<[string, Review[], Dismissal[]]>([
      ['a second approval', [review(jiro)], []],
      ['second thoughts', [review(jiro, { state: 'CHANGES_REQUESTED' })], []],
      ['a no of somebody else', [review(saburo, { state: 'CHANGES_REQUESTED' })], []],
      ['a line that cannot be read', [review(saburo, { state: 'COMMENTED', body: '/判断 x' })], []],
    ])('%s', (_, reviews, dismissals) => expect(later(reviews, dismissals)).toMatchObject({ state: 'approved' }))
    test('a dismissal: only one that came before the merge counts', () => {
      const dismissed = { ...approval, state: 'DISMISSED' } as const
      const given = (at: string) =>
        verifyApproval(
          evidenceOf({
            reviews: [dismissed],
            conversation: { mergedAt, dismissals: [{ ...dismissal, at }] },
            merge: early,
          }),
          'post',
        ).state
      expect(given('2026-04-01T00:00:40Z')).toBe('approved')
      expect(given('2026-04-01T00:00:20Z')).not.toBe('approved')
    })
  })
  test('nothing was merged', () => expect(merged({}, null).state).toBe('refused'))
})
