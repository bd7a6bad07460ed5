import { tick } from './clock.ts'
import type { Account, App, Identity, Permissions, Role, State, Team } from './state.ts'

export const noreply = (account: { readonly id: number; readonly login: string }): string =>
  `${account.id}+${account.login}@users.noreply.github.com`

type Person = { readonly id?: number; readonly name?: string; readonly role?: Role; readonly type?: Account['type'] }

/** The account of a login, made at first mention; a role says what it may do in the repository. */
export function account(state: State, login: string, { id, name, role, type = 'User' }: Person = {}): Account {
  const known = state.accounts.get(login)
  if (known !== undefined) {
    if (role !== undefined) state.roles.set(login, role)
    return known
  }
  const made: Account = {
    id: id ?? state.next('account'),
    login,
    type,
    name: name ?? login,
    createdAt: state.clock.now,
  }
  state.accounts.set(login, made)
  state.emails.set(noreply(made), made)
  if (type === 'User') {
    state.roles.set(login, role ?? 'write')
    state.tokens.set(`token-${login}`, { kind: 'user', account: made })
  }
  return made
}

export const tokenOf = (who: Account | App): string => ('slug' in who ? who.token : `token-${who.login}`)

type AppOptions = { readonly id?: number; readonly permissions?: Permissions; readonly name?: string }

/** An App installed on the repository. Without permissions named, it may do everything. */
export function app(state: State, slug: string, { id, permissions, name }: AppOptions = {}): App {
  const known = state.apps.get(slug)
  if (known !== undefined) return known
  const bot = account(state, `${slug}[bot]`, { type: 'Bot' })
  const made: App = {
    id: id ?? state.next('app'),
    slug,
    name: name ?? slug,
    bot,
    permissions: permissions ?? null,
    token: `token-${slug}`,
    createdAt: state.clock.now,
  }
  state.apps.set(slug, made)
  state.tokens.set(made.token, { kind: 'app', account: bot, app: made })
  return made
}

type TeamOptions = { readonly id?: number; readonly permission?: Team['permission']; readonly name?: string }

/** Puts people into a team of the organization, made at first mention. */
export function team(
  state: State,
  slug: string,
  members: readonly Account[],
  { id, permission = 'push', name = slug }: TeamOptions = {},
): Team {
  const made: Team = state.teams.get(slug) ?? {
    id: id ?? state.next('team'),
    slug,
    name,
    permission,
    createdAt: state.clock.now,
    members: new Map(),
  }
  state.teams.set(slug, made)
  for (const member of members) made.members.set(member.login, { account: member, role: 'member', state: 'active' })
  return made
}

export function leaveTeam(state: State, slug: string, member: Account): void {
  state.teams.get(slug)?.members.delete(member.login)
  tick(state)
}

/** A further token of an identity, such as one with fewer permissions or one that will be revoked. */
export function grantToken(state: State, token: string, identity: Identity): string {
  state.tokens.set(token, identity)
  return token
}

/** A token of an installation (or, for `github-actions`, of a job) that holds only these permissions. */
export function tokenWith(state: State, of: App, permissions: Permissions): string {
  const token = `token-${of.slug}-${state.next('token')}`
  return grantToken(state, token, { kind: 'app', account: of.bot, app: { ...of, permissions } })
}

export function revokeToken(state: State, token: string): void {
  state.tokens.delete(token)
}
