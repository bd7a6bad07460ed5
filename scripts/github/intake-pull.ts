import type { Prepared } from '../../src/intake/desk.ts'
import { wordTitle } from '../../src/intake/reply.ts'
import { type Client, call, GitHubFault, listAll } from './client.ts'
import type { IntakeIssue } from './intake-issue.ts'

export type ApplicationPull = { number: number; isOpen: boolean; title: string }

/** The branch of an issue: its number is all that it depends on. */
export const branchOfIssue = (number: number): string => `shinsa/issue-${number}`

/** The pull request of an issue; one that is closed before one that is open, as it ends the matter. */
export async function pullOfIssue(client: Client, number: number): Promise<ApplicationPull | null> {
  const { octokit, owner, repo } = client
  const head = `${owner}:${branchOfIssue(number)}`
  const rows = await listAll(client, '申請の一覧の読み取り', (page) =>
    octokit.rest.pulls.list({ owner, repo, head, state: 'all', ...page }),
  )
  const pulls = rows.map((pull) => ({ number: pull.number, isOpen: pull.state === 'open', title: pull.title }))
  return pulls.find(({ isOpen }) => !isOpen) ?? pulls[0] ?? null
}

type Ready = Extract<Prepared, { state: 'ready' }>

/** The pull request of an issue, made where there is none. */
export async function putPull(
  client: Client,
  issue: IntakeIssue,
  kind: string,
  prepared: Ready,
  known: ApplicationPull | null,
): Promise<ApplicationPull> {
  const title = wordTitle(kind, prepared)
  if (known === null) return await createPull(client, issue, title)
  if (known.title === title) return known
  const { octokit, owner, repo } = client
  await call(client, '申請の題の書き換え', (request) =>
    octokit.rest.pulls.update({ owner, repo, pull_number: known.number, title, request }),
  )
  return { ...known, title }
}

async function createPull(client: Client, { number, base }: IntakeIssue, title: string): Promise<ApplicationPull> {
  const { octokit, owner, repo } = client
  const body = `#${number} の申請票から作りました。許可されると、申請票は閉じます。\n\nCloses #${number}\n`
  try {
    const { data } = await call(
      client,
      '申請の作成',
      (request) => octokit.rest.pulls.create({ owner, repo, head: branchOfIssue(number), base, title, body, request }),
      { repeat: false },
    )
    return { number: data.number, isOpen: true, title }
  } catch (error) {
    // The answer may be lost and the pull request there all the same.
    const made = error instanceof GitHubFault ? await pullOfIssue(client, number) : null
    if (made?.isOpen === true) return made
    throw error
  }
}
