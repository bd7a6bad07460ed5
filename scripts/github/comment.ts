import { type Client, call, GitHubFault, listAll } from './client.ts'

export type Comment = { id: number; body: string; url: string }

const marker = '<!-- shinsa:gate -->'

/** Our comment: anybody can write the marker, only our App can write in its name. `count` is how many there must be. */
export async function findComment(
  client: Client,
  number: number,
  appId: number,
  count: number,
): Promise<Comment | null> {
  const { octokit, owner, repo } = client
  const intention = 'コメントの読み取り'
  const rows = await listAll(client, intention, (page) =>
    octokit.rest.issues.listComments({ owner, repo, issue_number: number, ...page }),
  )
  if (rows.length < count) throw new GitHubFault(intention, null, 'the list is cut short')
  const own = rows.filter(
    ({ body, performed_via_github_app: app }) => app?.id === appId && body?.startsWith(marker) === true,
  )
  const last = own.at(-1)
  return last === undefined ? null : { id: last.id, body: last.body ?? '', url: last.html_url }
}

/** Edits the comment in place; writes another one only where there is none, or none that may be edited. */
export async function putComment(
  client: Client,
  number: number,
  known: Comment | null,
  body: string,
  find: () => Promise<Comment | null>,
): Promise<Comment> {
  if (known !== null && known.body === body) return known
  if (known !== null) {
    const edited = await editComment(client, known, body)
    if (edited !== null) return edited
  }
  try {
    return await createComment(client, number, body)
  } catch (error) {
    // The answer may be lost and the comment written all the same: a second one is never wanted.
    const found = await find()
    if (found !== null && found.id !== known?.id && found.body === body) return found
    if (!isTemporary(error)) throw error
    return await createComment(client, number, body)
  }
}

const isTemporary = (error: unknown): boolean =>
  error instanceof GitHubFault && (error.status === null || error.status >= 500 || error.status === 429)

/** Null where it may not be edited. */
async function editComment(client: Client, { id }: Comment, body: string): Promise<Comment | null> {
  const { octokit, owner, repo } = client
  try {
    const { data } = await call(client, 'コメントの書き換え', (request) =>
      octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body, request }),
    )
    return { id: data.id, body, url: data.html_url }
  } catch (error) {
    if (error instanceof GitHubFault && (error.status === 403 || error.status === 404)) return null
    throw error
  }
}

async function createComment(client: Client, number: number, body: string): Promise<Comment> {
  const { octokit, owner, repo } = client
  const { data } = await call(
    client,
    'コメントの書き込み',
    (request) => octokit.rest.issues.createComment({ owner, repo, issue_number: number, body, request }),
    { repeat: false },
  )
  return { id: data.id, body, url: data.html_url }
}
