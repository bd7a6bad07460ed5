/** What a workflow run was started by, as GITHUB_EVENT_PATH tells it: anything may be missing. */
type Payload = {
  action?: unknown
  number?: unknown
  inputs?: { pr?: unknown } | null
  pull_request?: { number?: unknown; head?: { sha?: unknown } | null } | null
  issue?: { number?: unknown; pull_request?: unknown } | null
  comment?: { body?: unknown } | null
}
/** `head` is what the event saw; whoever runs later may find another one. */
export type Asked = { number: number; head: string | null }

/** The pull request that an event asks to be judged; null where it asks for nothing. */
export function askedBy(event: string, payload: unknown): Asked | null {
  const { inputs, pull_request: pull, issue, comment }: Payload = isObject(payload) ? payload : {}
  if (event === 'pull_request_target') return asked(pull?.number, pull?.head?.sha)
  if (event === 'workflow_dispatch') return asked(isObject(inputs) ? inputs.pr : undefined, null)
  if (event !== 'issue_comment' || !isObject(issue) || !isObject(issue.pull_request)) return null
  const body = isObject(comment) ? comment.body : undefined
  // Exactly what starts the workflow: a run that did nothing would have driven out one that waited.
  return typeof body === 'string' && /^[/／]再審査/.test(body) ? asked(issue.number, null) : null
}

function asked(number: unknown, head: unknown): Asked | null {
  const found = typeof number === 'string' && /^\d{1,15}$/.test(number) ? Number(number) : number
  if (typeof found !== 'number' || !Number.isSafeInteger(found) || found <= 0) return null
  return { number: found, head: typeof head === 'string' ? head : null }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
