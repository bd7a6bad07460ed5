import { getOctokit } from '@actions/github'

type Octokit = ReturnType<typeof getOctokit>
export type Client = {
  octokit: Octokit
  owner: string
  repo: string
  /** Milliseconds: how long one answer may take, and how long to wait before the first repetition. */
  patience: number
  pause: number
}

/** GitHub did not answer as it should: nobody knows anything, so nothing may pass. */
export class GitHubFault extends Error {
  readonly intention: string
  readonly status: number | null
  constructor(intention: string, status: number | null, reason: string) {
    super(`${intention}: ${reason}`)
    this.intention = intention
    this.status = status
  }
}

export function connectTo(options: {
  token: string
  repository: string
  apiUrl: string
  patience: number
  pause: number
}): Client {
  const [owner = '', repo = ''] = options.repository.split('/')
  const nothing = () => undefined
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing }
  const octokit = getOctokit(options.token, { baseUrl: options.apiUrl, log })
  return { octokit, owner, repo, patience: options.patience, pause: options.pause }
}

type Answer = { status: number; data: unknown }
const repetitions = 3

/** One call, repeated where GitHub asks to come back later; `intention` is what a person reads when it fails. */
export async function call<Given extends Answer>(
  client: Client,
  intention: string,
  ask: (request: { signal: AbortSignal }) => Promise<Given>,
  { repeat = true }: { repeat?: boolean } = {},
): Promise<Given> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await within(client.patience, ask)
      // A body that is no JSON arrives as text.
      if (typeof answer.data !== 'object' || answer.data === null) throw new Error('the answer cannot be read')
      return answer
    } catch (error) {
      const wait = repeat && attempt < repetitions ? waitAfter(error, attempt, client.pause) : null
      if (wait === null) throw faultOf(intention, error)
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

async function within<Given>(
  patience: number,
  ask: (request: { signal: AbortSignal }) => Promise<Given>,
): Promise<Given> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), patience)
  try {
    return await ask({ signal: controller.signal })
  } finally {
    clearTimeout(timer)
  }
}

type Refusal = { status?: number; response?: { headers?: Record<string, string | undefined> }; message?: string }
/** Nobody waits longer than a minute. */
const longest = 60

/** How long to wait before the same call may succeed; null where it never will. */
function waitAfter(error: unknown, attempt: number, pause: number): number | null {
  const { status, response, message = '' } = error as Refusal
  const after = Number(response?.headers?.['retry-after'])
  if (after > 0) return after <= longest ? after * pause : null
  const isLimited = status === 429 || (status === 403 && /secondary rate limit/i.test(message))
  const isTemporary = status === undefined || status >= 500
  return isLimited || isTemporary ? pause * 2 ** attempt : null
}

function faultOf(intention: string, error: unknown): GitHubFault {
  if (error instanceof GitHubFault) return error
  const { status, response, message = '' } = error as Refusal
  // Where nobody answers, octokit makes up a status of 500.
  if (status === undefined || response === undefined) return new GitHubFault(intention, null, message)
  return new GitHubFault(intention, status, `${status} ${message}`)
}

/** A query, whose errors come with status 200. */
export async function query<Data extends object>(
  client: Client,
  intention: string,
  text: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  const { data } = await call(client, intention, async (request) => {
    const { owner, repo } = client
    return { status: 200, data: await client.octokit.graphql<Data>(text, { owner, repo, ...variables, request }) }
  })
  return data
}

/** Every row of a list in pages of a hundred. */
export async function listAll<Row>(
  client: Client,
  intention: string,
  ask: (page: { page: number; per_page: number; request: { signal: AbortSignal } }) => Promise<{
    status: number
    data: Row[]
  }>,
  most = 100,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let page = 1; page <= most; page += 1) {
    const { data } = await call(client, intention, (request) => ask({ page, per_page: 100, request }))
    if (!Array.isArray(data)) throw new GitHubFault(intention, null, 'the answer is no list')
    rows.push(...data)
    if (data.length < 100) return rows
  }
  throw new GitHubFault(intention, null, 'the list has no end')
}
