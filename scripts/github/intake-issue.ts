import { type Client, call, GitHubFault, query } from './client.ts'

export type IntakeIssue = {
  number: number
  body: string
  labels: string[]
  createdAt: string
  comments: number
  /** Everybody who wrote any of the text. */
  writers: number[]
  /** Where applications go, and its newest commit. */
  base: string
  tip: string
}

/** An open issue that a person of this repository has written; null for anything else. */
export async function readIssue(client: Client, number: number): Promise<IntakeIssue | null> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, '申請票の読み取り', (request) =>
    octokit.rest.issues.get({ owner, repo, issue_number: number, request }),
  )
  const { user, body, labels, created_at: createdAt, comments, author_association: association } = data
  if (data.pull_request !== undefined || data.state !== 'open' || user?.type !== 'User') return null
  // After the text: whoever edits it in between is among the writers, and starts a run of their own.
  const { repository } = await readWriters(client, number)
  if (!repository.isPrivate && !known.has(association ?? '')) return null
  return {
    number,
    body: body ?? '',
    labels: labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    createdAt,
    comments,
    writers: writersOf(user.id, repository.issue.userContentEdits),
    base: repository.defaultBranchRef.name,
    tip: repository.defaultBranchRef.target.oid,
  }
}

/** In a public repository anybody may open an issue. */
const known: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])

type Edits = { totalCount: number; nodes: { editor: { databaseId?: number | null } | null }[] } | null
type Answer = {
  repository: {
    isPrivate: boolean
    defaultBranchRef: { name: string; target: { oid: string } }
    issue: { userContentEdits: Edits }
  }
}

const readWriters = (client: Client, number: number): Promise<Answer> =>
  query<Answer>(
    client,
    '申請票を書いた人の読み取り',
    `query ($owner: String!, $repo: String!, $number: Int!) {
      repository(owner: $owner, name: $repo) {
        isPrivate
        defaultBranchRef { name target { oid } }
        issue(number: $number) {
          userContentEdits(first: 100) {
            totalCount
            nodes { editor { __typename ... on User { databaseId } ... on Bot { databaseId } } }
          }
        }
      }
    }`,
    { number },
  )

/** Who edits a form has written the application, too, and may not approve it. */
function writersOf(author: number, edits: Edits): number[] {
  const nodes = edits?.nodes ?? []
  const ids = nodes.map(({ editor }) => editor?.databaseId)
  if (nodes.length !== (edits?.totalCount ?? 0) || ids.some((id) => typeof id !== 'number'))
    throw new GitHubFault('申請票を書いた人の読み取り', null, 'not everybody who edited the issue is known')
  return [...new Set([author, ...ids.map(Number)])].sort((a, b) => a - b)
}

/** People find their forms by it; GitHub sets it only where the label is there already. */
export async function keepLabel(client: Client, issue: IntakeIssue, label: string): Promise<void> {
  if (issue.labels.includes(label)) return
  const { octokit, owner, repo } = client
  await call(client, 'ラベルの書き込み', (request) =>
    octokit.rest.issues.addLabels({ owner, repo, issue_number: issue.number, labels: [label], request }),
  )
}
