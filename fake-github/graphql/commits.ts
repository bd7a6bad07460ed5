import { type Commit, readCommit, type Stamp } from '../git/commits.ts'
import { isKind } from '../git/objects.ts'
import { accountOf, authorsOf } from '../world/commits.ts'
import type { Account, State } from '../world/state.ts'
import { connection, type Window } from './connection.ts'

/** GraphQL names a bot without its suffix, and as an account of its own type. */
export function resolveActor(account: Account | null) {
  if (account === null) return null
  const { id, login, type, name } = account
  return { __typename: type, login: login.replace(/\[bot\]$/, ''), databaseId: id, name }
}

function resolveGitActor(state: State, stamp: Stamp) {
  const account = accountOf(state, stamp)
  // A bot is no User: GraphQL shows nobody, where REST shows the bot
  const user = account?.type === 'User' ? resolveActor(account) : null
  return { name: stamp.name, email: stamp.email, date: stamp.date, user }
}

export function resolveCommit(state: State, commit: Commit) {
  const { sha, author, committer, message, parents, tree } = commit
  return {
    __typename: 'Commit',
    oid: sha,
    message,
    messageHeadline: message.split('\n')[0] ?? '',
    committedDate: committer.date,
    author: () => resolveGitActor(state, author),
    authors: (window: Window) => connection(authorsOf(commit), window, (one) => resolveGitActor(state, one)),
    committer: () => resolveGitActor(state, committer),
    parents: (window: Window): object =>
      connection(parents, window, (parent) => resolveCommit(state, readCommit(state.objects, parent))),
    tree: { __typename: 'Tree', oid: tree },
    signature: () => resolveSignature(state, commit),
  }
}

function resolveSignature(state: State, { sha, committer }: Commit) {
  if (!state.signed.has(sha)) return null
  const byGitHub = committer.email === 'noreply@github.com'
  const signer = resolveActor(accountOf(state, committer))
  return { __typename: 'GpgSignature', isValid: true, state: 'VALID', wasSignedByGitHub: byGitHub, signer }
}

export const commitById = (state: State, sha: string) =>
  isKind(state.objects, sha, 'commit') ? resolveCommit(state, readCommit(state.objects, sha)) : null
