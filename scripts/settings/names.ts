import type { FoundApp, FoundTeam, Names, Wanted } from '../../src/settings/types.ts'
import { type Client, call, GitHubFault } from '../github/client.ts'

/** The names that teams and Apps have in this organization, by the names that the settings give them. */
export type Called = { readonly [name: string]: string }

/** The numbers behind the names. What does not exist has none; that is no fault but something left to do. */
export async function findNames(client: Client, wanted: Wanted, teams: Called, apps: Called): Promise<Names> {
  const names: { teams: Record<string, FoundTeam>; apps: Record<string, FoundApp> } = { teams: {}, apps: {} }
  for (const team of Object.keys(wanted.teams)) names.teams[team] = await findTeam(client, teams[team] ?? team)
  for (const app of Object.keys(wanted.apps)) names.apps[app] = await findApp(client, apps[app])
  return names
}

async function findTeam(client: Client, slug: string): Promise<FoundTeam> {
  const { octokit, owner, repo } = client
  const team = await unlessMissing(
    call(client, `チーム「${slug}」の読取り`, (request) =>
      octokit.rest.teams.getByName({ org: owner, team_slug: slug, request }),
    ),
  )
  if (team === null) return { slug, id: null, permission: null, visible: false }
  // Without this media type the answer says only that there is some permission
  const headers = { accept: 'application/vnd.github.v3.repository+json' }
  const held = await unlessMissing(
    call(client, `チーム「${slug}」の権限の読取り`, (request) =>
      octokit.rest.teams.checkPermissionsForRepoInOrg({ org: owner, team_slug: slug, owner, repo, headers, request }),
    ),
  )
  const permissions = (held?.data.permissions ?? {}) as Record<string, boolean>
  const permission = levels.findLast((level) => permissions[level] === true) ?? null
  return { slug, id: team.data.id, permission, visible: team.data.privacy === 'closed' }
}

const levels = ['pull', 'triage', 'push', 'maintain', 'admin']

/** An App that the organization keeps private may be told by its number only; then its permissions stay unseen. */
async function findApp(client: Client, given: string | undefined): Promise<FoundApp> {
  const unknown = { slug: given ?? null, id: null, clientId: null, botId: null, permissions: null }
  if (given === undefined) return unknown
  if (/^\d+$/.test(given)) return { ...unknown, id: Number(given) }
  const { octokit } = client
  const app = await unlessMissing(
    call(client, `App「${given}」の読取り`, (request) => octokit.rest.apps.getBySlug({ app_slug: given, request })),
  )
  if (app === null || app.data === null) return unknown
  const bot = await unlessMissing(
    call(client, `App「${given}」の利用者の読取り`, (request) =>
      octokit.rest.users.getByUsername({ username: `${given}[bot]`, request }),
    ),
  )
  const { id, client_id: clientId = null, permissions } = app.data
  return { slug: given, id, clientId, botId: bot?.data.id ?? null, permissions: permissions as Record<string, string> }
}

/** An answer, or null where there is nothing of that name. */
export async function unlessMissing<Answer>(
  answer: Promise<Answer>,
  also: readonly number[] = [],
): Promise<Answer | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof GitHubFault && error.status !== null && [404, ...also].includes(error.status)) return null
    throw error
  }
}
