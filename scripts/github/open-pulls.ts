import { type Client, call, GitHubFault, listAll, query } from './client.ts'

/** A pull request to main that is open, and the paths that it touches. */
export type OpenPull = { number: number; isDraft: boolean; createdAt: string; paths: string[] }

const text = `
query ($owner: String!, $repo: String!, $base: String!, $after: String) { repository(owner: $owner, name: $repo) {
  pullRequests(states: [OPEN], baseRefName: $base, first: 50, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { number isDraft createdAt
      files(first: 100) { totalCount nodes { path } } } } } }`

type Given = {
  repository: {
    pullRequests: {
      totalCount: number
      pageInfo: { hasNextPage: boolean; endCursor: string | null }
      nodes: {
        number: number
        isDraft: boolean
        createdAt: string
        files: { totalCount: number; nodes: { path: string }[] } | null
      }[]
    }
  }
}

const intention = '開いているプルリクエストの一覧の読み取り'

/** All of them; of those that came before this one, every path. */
export async function listOpenPulls(client: Client, base: string, own: number): Promise<OpenPull[]> {
  const found: OpenPull[] = []
  let after: string | null = null
  do {
    const page: Page = await readPage(client, base, after)
    for (const { number, isDraft, createdAt, files } of page.nodes) {
      const paths = files?.nodes.map(({ path }) => path) ?? []
      const isWhole = number >= own || (files !== null && files.totalCount === paths.length)
      found.push({ number, isDraft, createdAt, paths: isWhole ? paths : await listPaths(client, number) })
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    if (after === null && found.length !== page.totalCount)
      throw new GitHubFault(intention, null, 'the list is cut short')
  } while (after !== null)
  return found
}

type Page = Given['repository']['pullRequests']

async function readPage(client: Client, base: string, after: string | null): Promise<Page> {
  const { repository } = await query<Given>(client, intention, text, { base, after })
  return repository.pullRequests
}

/** Of one that touches more than a query tells. */
async function listPaths(client: Client, number: number): Promise<string[]> {
  const { octokit, owner, repo } = client
  const { data } = await call(client, intention, (request) =>
    octokit.rest.pulls.get({ owner, repo, pull_number: number, request }),
  )
  const rows = await listAll(client, intention, (page) =>
    octokit.rest.pulls.listFiles({ owner, repo, pull_number: number, ...page }),
  )
  // GitHub lists 3,000 at most; a pull request with more than that cannot be merged as an application.
  if (rows.length !== Math.min(data.changed_files, 3000))
    throw new GitHubFault(intention, null, 'the list is cut short')
  return rows.flatMap(({ filename, previous_filename }) =>
    previous_filename === undefined ? [filename] : [filename, previous_filename],
  )
}
