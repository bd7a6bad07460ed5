import { idsOf } from '../vocabulary.ts'

/** Where a value departs from a shape, and how; null where it does not. */
type Shape = (value: unknown, at: string) => string | null
type Keys = Record<string, Shape>

const matches =
  (pattern: RegExp): Shape =>
  (value, at) =>
    typeof value === 'string' && pattern.test(value) ? null : `${at} の書き方が違います`
const oneOf =
  (...choices: unknown[]): Shape =>
  (value, at) =>
    choices.includes(value) ? null : `${at} に使えない値があります`
const nullable =
  (shape: Shape): Shape =>
  (value, at) =>
    value === null ? null : shape(value, at)
const count: Shape = (value, at) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? null : `${at} が番号ではありません`
const text: Shape = (value, at) => (typeof value === 'string' ? null : `${at} が文字列ではありません`)
const listOf =
  (item: Shape): Shape =>
  (value, at) =>
    Array.isArray(value)
      ? first(value.map((entry, index) => item(entry, `${at}/${index}`)))
      : `${at} が一覧ではありません`

/** Nothing but these keys; those of `optional` may be absent. */
const mapping =
  (required: Keys, optional: Keys = {}): Shape =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return `${at || '/'} が項目の集まりではありません`
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(required, key) && !Object.hasOwn(optional, key))
    if (unknown !== undefined) return `${at}/${unknown} という項目はありません`
    const missing = Object.keys(required).find((key) => !Object.hasOwn(value, key))
    if (missing !== undefined) return `${at}/${missing} がありません`
    const shapes = { ...required, ...optional }
    return first(Object.entries(value).map(([key, entry]) => shapes[key]!(entry, `${at}/${key}`)))
  }
const first = (found: readonly (string | null)[]): string | null => found.find((fault) => fault !== null) ?? null

const commit = matches(/^([0-9a-f]{40}|[0-9a-f]{64})$/)
const digest = matches(/^[0-9a-f]{64}$/)
const time = matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|\+09:00)$/)
const transition = nullable(oneOf(...idsOf('transition')))
const edition = nullable(mapping({ version: text, digest: text }))
const user = mapping({ user: text, userId: count })

export const recordShape: Shape = mapping(
  {
    v: oneOf(1),
    seq: count,
    id: matches(/^D-\d{4}-\d{6,}$/),
    kind: oneOf('permission', 'change', 'irregular', 'rejected', 'genesis'),
    transition,
    main: nullable(mapping({ parent: nullable(commit), commit })),
    pr: nullable(
      mapping(
        { number: count, author: user, head: commit, mergedAt: nullable(time), mergedBy: nullable(text) },
        { closedAt: time, closedBy: user },
      ),
    ),
    files: listOf(
      mapping(
        {
          path: text,
          blob: nullable(commit),
          outcome: nullable(oneOf(...idsOf('outcome'))),
          form: nullable(oneOf(1, 2)),
        },
        { transition },
      ),
    ),
    approvals: listOf(
      mapping({ user: text, userId: count, reviewId: count, commit, submittedAt: time, bodySha256: digest }),
    ),
    team: nullable(mapping({ slug: text, memberIdsSha256: digest })),
    judgements: listOf(
      mapping(
        {
          key: matches(/^[0-9a-f]{8,64}$/),
          rule: text,
          pointer: text,
          answer: oneOf('accept', 'conditional', 'refuse'),
          reason: text,
          by: user,
        },
        { file: text },
      ),
    ),
    checks: listOf(mapping({ name: text, id: count, appId: count, externalId: text })),
    ruleSuite: nullable(mapping({ id: count, result: text })),
    engine: edition,
    rules: edition,
    diagnosticsSha256: nullable(digest),
    recordedAt: matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/),
    prev: nullable(digest),
  },
  { cures: listOf(count), reasons: listOf(text), settingsSha256: digest },
)
