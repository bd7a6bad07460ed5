import { type Client, call, GitHubFault } from './client.ts'

/** Whether somebody is an active member of a team of the organization that owns the repository. */
export async function isMember(client: Client, team: string, login: string): Promise<boolean> {
  try {
    const { octokit, owner } = client
    const { data } = await call(client, 'チームの読み取り', (request) =>
      octokit.rest.teams.getMembershipForUserInOrg({ org: owner, team_slug: team, username: login, request }),
    )
    return data.state === 'active'
  } catch (error) {
    // GitHub says the same of somebody who is no member and of a team that we may not see.
    if (error instanceof GitHubFault && error.status === 404) return false
    throw error
  }
}
