import { compare } from './compare.ts'
import type { Item } from './inspect.ts'
import type { Difference, Found, JsonObject, Wanted } from './types.ts'

/** Which events may start which workflows. */
export function policyItems({ policies }: Wanted, found: Found): Item[] {
  if (policies.length === 0) return []
  if (found.policies === null) return [unknown]
  const known = new Set(policies.map(({ name }) => name))
  const extra = found.policies.filter(({ name }) => !known.has(name ?? ''))
  const now = found.policies
  return [...extra.map(extraItem), ...policies.map((policy) => policyItem(policy, now))]
}

const titleOf = ({ name }: JsonObject): string => `ワークフローの実行方針「${name}」`
const only = (title: string, kind: Difference['kind'], message: string): Item => ({
  title,
  differences: [{ about: title, kind, message }],
  call: null,
  held: null,
})

const unknown = only(
  'ワークフローの実行方針',
  'unreadable',
  'ワークフローの実行方針を読めません。トークンの権限（administration: write）が足りないか、契約や版に実行方針がありません。ない場合は settings/execution-policy.json を消してください。',
)

/** A policy of somebody else may let an event through that ours keep out. */
const extraItem = (policy: JsonObject): Item =>
  only(
    titleOf(policy),
    'extra',
    `コードにない${titleOf(policy)}があります。要るなら settings/ に書き、要らないなら消してください。`,
  )

function policyItem(body: JsonObject, found: readonly JsonObject[]): Item {
  const title = titleOf(body)
  const now = found.find(({ name }) => name === body.name)
  const differences: Difference[] =
    now === undefined
      ? [{ about: title, kind: 'missing', message: `${title}がありません。` }]
      : compare(title, body, now)
  return {
    title,
    differences,
    call: { kind: 'policy', id: typeof now?.id === 'number' ? now.id : null, body },
    held: null,
  }
}
