import { stringify } from 'yaml'
import { policies } from '../../policies/index.ts'
import { knowledge } from '../../policies/knowledge.ts'
import { criteria, form4, form5, form6, type form7, risks } from '../../policies/tables.ts'
import { renderComment } from '../comment/comment.ts'
import type { Guideline } from '../comment/guideline.ts'
import { examine } from '../gate/examine.ts'
import type { AnswerVerdict, Approval, Blocker, CommentInput, Examination, Judgement, Subject } from '../gate/types.ts'
import { parseSource, type SourceDocument } from '../source/document.ts'
import { blameless, differing } from './blameless.ts'
import type { Difference } from './cases.ts'

export const guideline: Guideline = knowledge

const commit = (letter: string): string => letter.repeat(40)
const head = '3f2a91c4d5e60718293a4b5c6d7e8f9012345678'
const today = '2026-11-27'
const digests = { engine: 'e1'.repeat(32), rules: 'c2'.repeat(32) }

type State = readonly [file: string, before: unknown, after: unknown]
const sourceOf = (file: string, value: unknown): SourceDocument | null =>
  value === null ? null : parseSource(file, stringify(value, { lineWidth: 0 }))

type Given = { subject?: Subject; blockers?: Blocker[]; register?: readonly (readonly [string, unknown])[] }

/** What the gate finds in these files. */
export const examinationOf = (states: readonly State[], { subject, blockers, register }: Given = {}): Examination =>
  examine(
    {
      classified: { subject: subject ?? 'services', touchesPolicy: false },
      blockers: blockers ?? [],
      pairs: states.map(([file, before, after]) => ({
        file,
        base: sourceOf(file, before),
        head: sourceOf(file, after),
      })),
      register: (register ?? []).map(([file, value]) => sourceOf(file, value)!),
      digests,
    },
    policies,
  )

const unapproved: Approval = {
  state: 'waiting',
  reasons: ['情報政策課の承認がまだありません。'],
  answers: [],
  kept: [],
  lapsed: [],
  unreadable: [],
  reviewers: [],
}

export const inputOf = (examination: Examination | null, given: Partial<CommentInput> = {}): CommentInput => ({
  repository: 'https://github.com/nerima/gaibu-service',
  site: null,
  pullRequest: {
    ...{ number: 128, title: '外部サービスの申請', author: { login: 'bunka-shinko', id: 501 } },
    ...{ head, base: commit('b'), tip: commit('c') },
    ...{ draft: false, createdAt: '2026-11-23T15:20:00Z', isFork: false },
  },
  examination,
  approval: unapproved,
  fault: null,
  previous: null,
  queue: { position: 2, waiting: 5, days: 3 },
  today,
  ledgerTip: `D-2026-000122 sha256:${'9d'.repeat(32)}`,
  ...given,
})

const atHead = (input: CommentInput, other: string): CommentInput => ({
  ...input,
  pullRequest: { ...input.pullRequest, head: other },
})

const file = 'services/bunka/yoyaku.yml'
const rows = criteria.rows.filter(({ bodyMandate, number }) => bodyMandate !== '15' && typeof number === 'number')
const met = rows.map(({ number }) => ({ number, result: 'met', evidence: `調査票 問${number}` }))
const judged = new Map<unknown, object>([
  [18, { result: 'unmet', reason: '復旧は24時間以内とし、その間は電話で受け付ける。', value: '24時間' }],
  [20, { result: 'not-applicable', reason: '施設の空き状況だけを扱い、止まっても業務に影響しない。' }],
])

const handling: Difference = {
  service: { name: '施設予約くん', plan: '自治体', url: 'https://yoyaku.example.jp/', category: 'business-system' },
  department: { name: '地域文化部文化・生涯学習課', manager: '文化・生涯学習課長', contact: '文化振興係 内線 2541' },
  use: {
    purpose: '区民が文化施設を予約し、職員が利用を承認するため。',
    scope: '予約の受付と承認、利用料の案内。',
    users: 35,
  },
  information: {
    kinds: ['personal'],
    description: '利用者の氏名、住所、電話番号、予約の内容',
    subjects: 18000,
    handlers: 35,
    safetyMeasures: '閲覧できる職員を施設ごとに分け、最後の利用から3年で削除します。',
  },
  criteria: met,
}
const reservation = differing(blameless, handling)
const sensitive: Difference = {
  information: {
    kinds: ['personal', 'special-care'],
    description: '利用者の氏名、住所、電話番号、障害の有無、予約の内容',
  },
  conditions: [
    {
      id: 'sensitive-care',
      reason: '車いす席の案内のため、障害の有無だけを本人の同意を得て預かる。種別や等級は聞かない。',
      date: '2026-11-10',
    },
  ],
}
const withJudgements = differing(reservation, {
  ...sensitive,
  criteria: met.map((row) => ({ ...row, ...judged.get(row.number) })),
})

const broken = differing(reservation, {
  service: { provider: { corporateNumber: '7123456789013' } },
  use: { devices: ['issued', 'other'] },
  criteria: met.slice(0, 38),
  contract: { responsibilities: null },
})
const worse = differing(broken, { contract: { serviceLevel: null }, risks: blameless.risks.slice(0, 4) })
const refused = differing(broken, { use: { users: '三十五', 自由記述: '@admin https://example.com' } })

const check = (
  form: typeof form4 | typeof form5 | typeof form6 | typeof form7,
  date: string,
  partly: string[] = [],
) => ({
  form: form.form,
  date,
  by: '主査',
  confirmed: date,
  items: form.items.map(({ id }) =>
    partly.includes(id)
      ? { id, result: 'partial', note: '2月に全員の研修を終える予定。' }
      : { id, result: 'yes', evidence: '点検の記録' },
  ),
})
const inUse = differing(reservation, { checks: [check(form4, '2026-06-28'), check(form5, '2026-07-01')] })
const yearLater = differing(reservation, {
  checks: [check(form4, '2026-06-28'), check(form5, '2026-07-01'), check(form5, '2027-06-25', ['f5-11', 'f5-15'])],
  confirmations: [{ date: '2026-08-03', status: 'in-use' }],
})
const raised = differing(inUse, {
  ...sensitive,
  use: { lines: ['internal', 'other'], users: 60, restrictions: '貸与した回線に限り、画面の保存を禁じる。' },
  contract: {
    form: 'terms',
    serviceLevel: null,
    concluded: null,
    cost: { annual: 180000 },
    terms: { version: '2026-10', confirmed: '2026-11-02' },
  },
  application: {
    ...{ type: 'renewal', number: 'R8-0057', previous: 'R8-0012', date: '2026-11-20' },
    informatizationPlan: { number: '8練文文第88号', decision: 'approved', date: '2026-11-18' },
  },
  risks: [
    ...blameless.risks.filter(({ id }) => id.startsWith('common')),
    ...risks.rows.flatMap(({ id, group }) =>
      group === 'terms' ? [{ id, accepted: true, note: '約款で確かめた。' }] : [],
    ),
  ],
  criteria: met.map((row) => ({ ...row, ...judged.get(row.number) })),
})
const ended = differing(inUse, {
  checks: [check(form4, '2026-06-28'), check(form5, '2026-07-01'), check(form6, '2027-03-30')],
  termination: {
    ...{ date: '2027-03-31', reported: '2027-04-02', reason: 'switched', successor: '新しい予約システム' },
    ...{ reportedBy: 'form3' },
    data: { exported: true, deleted: true, certificate: '消去証明書（2027-04-01）', note: '控えも消した。' },
  },
})
const exempt = differing(blameless, {
  ...{ application: null, contract: null, risks: null },
  service: { name: 'LoGoフォーム', class: 'lgwan-asp-internet' },
  use: { networks: ['lgwan'], exemption: 'logo-form' },
})

const many = (count: number, of: (index: number) => unknown): State[] =>
  Array.from({ length: count }, (_, index) => [
    `services/soumu/riyou-${String(index + 1).padStart(3, '0')}.yml`,
    null,
    of(index),
  ])
const named = (value: unknown, index: number, given: Difference = {}): unknown =>
  differing(differing(value, { service: { name: `業務サービス${index + 1}` } }), given)
const imported = (index: number): unknown =>
  named(index % 10 === 3 ? inUse : blameless, index, {
    application: {
      permittedBefore: {
        date: `202${index % 5}-04-01`,
        number: `R${(index % 5) + 2}-${String(index + 1).padStart(4, '0')}`,
      },
    },
  })
const wordy = (index: number): unknown =>
  named(broken, index, {
    use: { purpose: '目的の説明です。'.repeat(800), scope: '| `範囲` | ``` |\n'.repeat(200) },
    criteria: met.slice(index % 40),
  })

const answersTo = (judgements: readonly Judgement[], submittedAt: string): Approval['answers'] =>
  judgements.map(({ key }, index) => ({
    key,
    verdict: (['accept', 'conditional', 'accept'] as AnswerVerdict[])[index % 3]!,
    reason: ['同意を得る画面を確かめた。等級を聞かない限り妥当。', '令和8年度末までに復旧の手順を定めること。'][
      index % 2
    ]!,
    by: { login: 'joho-taro', id: 7 },
    reviewId: 9001,
    submittedAt,
  }))
const reviewer = {
  ...{ login: 'joho-taro', id: 7, reviewId: 9001, commit: head },
  ...{ submittedAt: '2026-11-26T04:05:00Z', bodySha256: 'ab'.repeat(32) },
}

const mixed: Blocker = {
  kind: 'mixed',
  file: null,
  message: '申請のファイルと、ほかのファイル（3件）が同じプルリクエストで変わっています。',
  remedy: '申請のファイル（services/ の下）だけのプルリクエストと、ほかのファイルのプルリクエストに分けてください。',
}
const misplaced: Blocker = {
  kind: 'path',
  file: 'services/bunka/<b>@admin</b> `#1`.yml',
  message: 'ファイルの置き場所か名前が決まりと違います。',
  remedy: null,
}
const register = [
  ['services/sports/yoyaku.yml', differing(reservation, { department: { name: 'スポーツ振興課' } })],
  ['services/koho/kouen.yml', differing(blameless, { service: { name: '講演の申込み' } })],
] as const

/** Typed in from a paper, for a use that had its permission before. */
const entered = differing(blameless, {
  application: {
    permittedBefore: { date: '2024-04-01', number: 'R6-0031' },
    entry: { by: 'it-section', sha256: '9d0f6c3b5b0f2f5a4be1a5c0d2b9b27c7a8a6f4e1d3c2b1a09f8e7d6c5b4a392' },
  },
})

const judgements = examinationOf([[file, null, withJudgements]], { register })
const answered = answersTo(judgements.judgements, '2026-11-26T04:05:00Z')
const violations = inputOf(examinationOf([[file, null, broken]], { register }))
const violationsBefore = atHead(inputOf(examinationOf([[file, null, worse]], { register })), commit('a'))

/** One of every kind, by the name of its golden file. */
export const commentSamples: Readonly<Record<string, CommentInput>> = {
  'clean-new': inputOf(examinationOf([[file, null, blameless]])),
  violations: { ...violations, previous: renderComment(violationsBefore, guideline) },
  unreadable: inputOf(examinationOf([[file, null, refused]])),
  'judgements-open': inputOf(judgements),
  'judgements-kept': inputOf(judgements, {
    approval: {
      ...unapproved,
      kept: answered.slice(0, 1),
      lapsed: [{ key: '0badcafe', why: '「取り扱う情報の種類」「具体的な情報項目」が変わりました。' }],
      unreadable: [{ by: { login: 'joho-taro', id: 7 }, line: '/判断 3f2a91c4 OK @admin `x`' }],
      reasons: ['joho-taro さんの回答に、読み取れない行があります。', ...unapproved.reasons],
    },
  }),
  answered: inputOf(judgements, {
    approval: { ...unapproved, state: 'approved', reasons: [], answers: answered, reviewers: [reviewer] },
  }),
  'sent-back': inputOf(judgements, {
    approval: { ...unapproved, state: 'refused', reasons: ['joho-taro さんが修正を求めています。'] },
  }),
  draft: atDraft(inputOf(examinationOf([[file, null, blameless]]))),
  'renewal-rising': inputOf(examinationOf([[file, inUse, raised]], { register })),
  check: inputOf(examinationOf([[file, inUse, yearLater]])),
  termination: inputOf(examinationOf([[file, inUse, ended]])),
  correction: inputOf(
    examinationOf([
      [file, inUse, differing(inUse, { department: { name: '地域文化部文化振興課' }, use: { users: 40 } })],
    ]),
  ),
  entered: inputOf(examinationOf([[file, null, entered]])),
  exempt: inputOf(examinationOf([['services/koho/logo-form.yml', null, exempt]])),
  mixed: inputOf(examinationOf([[file, null, blameless]], { subject: 'both', blockers: [mixed, misplaced] })),
  'two-files': inputOf(
    examinationOf([
      [file, null, withJudgements],
      ['services/koho/enquete.yml', null, broken],
    ]),
  ),
  'sixty-files': inputOf(examinationOf(many(60, (index) => named(index === 7 ? broken : blameless, index)))),
  import: inputOf(examinationOf(many(120, imported))),
  'over-long': inputOf(examinationOf(many(40, wordy))),
  engine: inputOf({ ...examinationOf([], { subject: 'other' }), touchesPolicy: true }),
  nothing: inputOf(examinationOf([], { subject: 'nothing' })),
  fault: inputOf(null, {
    approval: null,
    queue: null,
    fault: {
      title: 'GitHubから変更の一覧を読み取れませんでした。',
      detail: 'GET /repos/nerima/gaibu-service/pulls/128/files: 502 Bad Gateway\nrequest id ABCD:1234 ``` @admin',
    },
  }),
}

function atDraft(input: CommentInput): CommentInput {
  return { ...input, pullRequest: { ...input.pullRequest, draft: true } }
}

export const sampleFile = file
/** States of one file, from the worst to the one without a fault. */
export const sampleStates = { worse, broken, refused, withJudgements, raised, clean: reservation }
