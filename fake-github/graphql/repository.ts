import { GraphQLError } from 'graphql'
import { fullName, type Shown } from '../answers/shown.ts'
import type { Account, Issue, PullRequest } from '../world/state.ts'
import { commitById, resolveActor } from './commits.ts'
import { connection, type Window } from './connection.ts'
import { resolvePull, stateOf } from './pulls.ts'

type PullsWindow = Window & {
  readonly states?: readonly string[] | null
  readonly baseRefName?: string | null
  readonly headRefName?: string | null
  readonly orderBy?: { readonly field: string; readonly direction: string } | null
}

function listedPulls({ state }: Shown, { states, baseRefName, headRefName, orderBy }: PullsWindow): PullRequest[] {
  const pulls = [...state.pulls.values()]
    .filter((pull) => !states || states.includes(stateOf(pull)))
    .filter((pull) => !baseRefName || pull.baseRef === baseRefName)
    .filter((pull) => !headRefName || pull.headKey.endsWith(`refs/heads/${headRefName}`))
  if (orderBy?.field === 'UPDATED_AT')
    pulls.sort((one, other) => (one.issue.updatedAt < other.issue.updatedAt ? -1 : 1))
  return orderBy?.direction === 'DESC' ? pulls.reverse() : pulls
}

/** GitHub keeps who edited the text, and with the first edit also who wrote it. */
function resolveIssue({ state }: Shown, issue: Issue) {
  const edits = state.events.filter(
    ({ name, action, number }) => name === 'issues' && action === 'edited' && number === issue.number,
  )
  const written = edits.length === 0 ? [] : [{ at: issue.createdAt, by: issue.author }]
  return {
    databaseId: issue.id,
    number: issue.number,
    lastEditedAt: edits.at(-1)?.at ?? null,
    userContentEdits: (window: Window) =>
      connection([...written, ...edits].reverse(), window, ({ at, by }) => ({
        editedAt: at,
        editor: resolveActor(by),
      })),
  }
}

function resolveRepository(shown: Shown) {
  const { state } = shown
  const ref = (name: string) => {
    const sha = state.refs.get(name)
    const [, prefix, short] = /^(refs\/[^/]+\/)(.+)$/.exec(name) ?? []
    return sha === undefined ? null : { prefix, name: short, target: commitById(state, sha) }
  }
  return {
    databaseId: state.repository.id,
    name: state.repository.name,
    nameWithOwner: fullName(state),
    owner: { __typename: 'Organization', login: state.owner.login, databaseId: state.owner.id },
    isPrivate: state.settings.private,
    isFork: false,
    defaultBranchRef: () => ref(`refs/heads/${state.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      ref(qualifiedName.startsWith('refs/') ? qualifiedName : `refs/heads/${qualifiedName}`),
    object: ({ oid, expression }: { oid?: string | null; expression?: string | null }) =>
      commitById(state, oid ?? state.refs.get(`refs/heads/${expression}`) ?? expression ?? ''),
    pullRequest: ({ number }: { number: number }) => {
      const pull = state.pulls.get(number)
      if (pull === undefined) throw unresolved(`PullRequest with the number of ${number}`)
      return resolvePull(shown, pull)
    },
    issue: ({ number }: { number: number }) => {
      const issue = state.pulls.has(number) ? undefined : state.issues.get(number)
      if (issue === undefined) throw unresolved(`Issue with the number of ${number}`)
      return resolveIssue(shown, issue)
    },
    pullRequests: (window: PullsWindow) =>
      connection(listedPulls(shown, window), window, (pull) => resolvePull(shown, pull)),
  }
}

const unresolved = (what: string) =>
  new GraphQLError(`Could not resolve to a ${what}.`, { extensions: { type: 'NOT_FOUND' } })

export function resolveQuery(shown: Shown, by: Account) {
  const { state } = shown
  return {
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (`${owner}/${name}`.toLowerCase() !== fullName(state).toLowerCase())
        throw unresolved(`Repository with the name '${owner}/${name}'`)
      return resolveRepository(shown)
    },
    viewer: () => resolveActor(by),
    rateLimit: { limit: 5000, cost: 1, remaining: 4999, resetAt: state.clock.now },
  }
}
