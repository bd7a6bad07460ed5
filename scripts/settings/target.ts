import type { Arguments } from '../arguments.ts'
import { connectTo } from '../github/client.ts'
import { UsageError } from '../usage.ts'
import type { Called } from './names.ts'
import { readSettings } from './read.ts'
import type { Target } from './setup.ts'

/** The repository that the arguments name, with the token of whoever runs the command. */
export function targetOf({ values }: Arguments): Target & { repository: string; apiUrl: string } {
  const wanted = readSettings()
  const repository = values.repo ?? ''
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new UsageError('--repo にリポジトリを OWNER/NAME の形で書いてください。')
  const token = process.env.GITHUB_TOKEN || process.env.GH_TOKEN || ''
  if (token === '') throw new UsageError('環境変数 GITHUB_TOKEN か GH_TOKEN に、トークンを入れてください。')
  const apiUrl = addressOf(values['base-url'] ?? process.env.GITHUB_API_URL ?? 'https://api.github.com')
  return {
    repository,
    apiUrl,
    wanted,
    client: connectTo({ token, repository, apiUrl, patience: 30_000, pause: 1000 }),
    teams: calledIn('--org-teams', values['org-teams'], Object.keys(wanted.teams)),
    apps: calledIn('--apps', values.apps, Object.keys(wanted.apps)),
  }
}

function addressOf(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : null
  // A token travels to this address
  const isSafe =
    address?.protocol === 'https:' || address?.hostname === '127.0.0.1' || address?.hostname === 'localhost'
  if (isSafe) return text.replace(/\/$/, '')
  throw new UsageError(
    '--base-url には https:// で始まるアドレス（例 https://ghe.example.lg.jp/api/v3）を書いてください。',
  )
}

/** `kiban=core-team,joho-seisaku=it`: what this organization calls them. */
function calledIn(option: string, text: string | undefined, known: readonly string[]): Called {
  const pairs = (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim().split('=')]))
  const called: Record<string, string> = {}
  for (const [name = '', value, ...rest] of pairs) {
    if (!known.includes(name) || value === undefined || rest.length > 0 || !/^[a-z0-9_-]*$/i.test(value))
      throw new UsageError(`${option} は ${known.map((one) => `${one}=名前`).join(',')} の形で書いてください。`)
    // A workflow passes on what a variable holds, which may be nothing
    if (value !== '') called[name] = value
  }
  return called
}
