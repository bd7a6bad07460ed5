import { type Client, connectTo, GitHubFault } from '../github/client.ts'
import { type Done, keepIssues, type Wanted } from '../github/department-issues.ts'
import { UsageError } from '../usage.ts'

const pause = 1000
const attempts = 3

/** The address of the repository that the workflow runs in. */
export function repositoryUrl(env: NodeJS.ProcessEnv): string {
  const repository = env.GITHUB_REPOSITORY ?? ''
  if (!/^[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/.test(repository))
    throw new UsageError('環境変数 GITHUB_REPOSITORY に、リポジトリを OWNER/NAME の形で入れてください。')
  return `${(env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/$/, '')}/${repository}`
}

/** Writes the issues in a workflow. Anywhere else they would not be known again as ours: there they are shown. */
export async function post(wanted: Wanted, env: NodeJS.ProcessEnv): Promise<void> {
  if (env.GITHUB_ACTIONS !== 'true') {
    for (const { title, body } of wanted.issues.filter(({ isOpen }) => isOpen))
      process.stdout.write(`# ${title}\n\n${body}\n`)
    return
  }
  const { opened, updated, closed } = await again(clientFor(env), wanted)
  process.stdout.write(`開いた票 ${opened}件、書き換えた票 ${updated}件、閉じた票 ${closed}件。\n`)
}

function clientFor(env: NodeJS.ProcessEnv): Client {
  const token = env.GITHUB_TOKEN ?? ''
  if (token === '') throw new UsageError('環境変数 GITHUB_TOKEN に、トークンを入れてください。')
  return connectTo({
    token,
    repository: env.GITHUB_REPOSITORY ?? '',
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    patience: 30_000,
    pause,
  })
}

/** Whatever was done already is found the next time. */
async function again(client: Client, wanted: Wanted): Promise<Done> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await keepIssues(client, wanted)
    } catch (error) {
      if (!(error instanceof GitHubFault)) throw error
      if (attempt === attempts)
        throw new UsageError(`票を書き終えられませんでした（${error.message}）。次の実行がやり直します。`)
      await new Promise((resolve) => setTimeout(resolve, client.pause * attempt))
    }
}
