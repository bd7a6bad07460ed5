import type { JsonObject } from '../json.ts'
import type { Account, App, Member, Team } from '../world/state.ts'
import { nodeId, type Shown, web } from './shown.ts'

const userLists = ['followers', 'subscriptions', 'organizations', 'repos', 'received_events']

export function showAccount({ api }: Shown, account: Account): JsonObject {
  const { id, login, type } = account
  const url = `${api}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `${web}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: `${web}/${encodeURIComponent(login)}`,
    ...Object.fromEntries(userLists.map((name) => [`${name}_url`, `${url}/${name}`])),
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    events_url: `${url}/events{/privacy}`,
    type,
    site_admin: false,
  }
}

export function showProfile(shown: Shown, account: Account): JsonObject {
  return {
    ...showAccount(shown, account),
    name: account.name,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: account.createdAt,
    updated_at: account.createdAt,
  }
}

export function showApp(shown: Shown, app: App): JsonObject {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    client_id: `Iv1.${app.id}`,
    owner: showAccount(shown, shown.state.owner),
    name: app.name,
    description: null,
    external_url: `${web}/apps/${app.slug}`,
    html_url: `${web}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions ?? { metadata: 'read' },
    events: [],
  }
}

const levels = ['pull', 'triage', 'push', 'maintain', 'admin']

/** A permission holds every weaker one. */
export const permissionsUpTo = (level: string): JsonObject =>
  Object.fromEntries(levels.map((one, index) => [one, index <= levels.indexOf(level)]))

export function showTeam(shown: Shown, team: Team): JsonObject {
  const { state, api } = shown
  const { owner } = state
  const url = `${api}/organizations/${owner.id}/team/${team.id}`
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: team.permission,
    url,
    html_url: `${web}/orgs/${owner.login}/teams/${team.slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: 'organization',
    organization_id: owner.id,
    parent: null,
  }
}

export function showFullTeam(shown: Shown, team: Team): JsonObject {
  return {
    ...showTeam(shown, team),
    members_count: team.members.size,
    repos_count: 1,
    created_at: team.createdAt,
    updated_at: team.createdAt,
    organization: showOrganization(shown),
  }
}

export function showOrganization({ state, api }: Shown): JsonObject {
  const { login, id, createdAt } = state.owner
  const url = `${api}/orgs/${login}`
  const lists = ['repos', 'events', 'hooks', 'issues']
  return {
    login,
    id,
    node_id: nodeId('Organization', id),
    url,
    ...Object.fromEntries(lists.map((name) => [`${name}_url`, `${url}/${name}`])),
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: `${web}/avatars/${id}`,
    description: null,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${web}/${login}`,
    type: 'Organization',
    created_at: createdAt,
    updated_at: createdAt,
    archived_at: null,
  }
}

export function showMembership(
  { state, api }: Shown,
  team: Team,
  { account, role, state: standing }: Member,
): JsonObject {
  const { owner } = state
  return {
    url: `${api}/organizations/${owner.id}/team/${team.id}/memberships/${account.login}`,
    role,
    state: standing,
  }
}
