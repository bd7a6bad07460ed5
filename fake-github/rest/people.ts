import { permissionsUpTo, showAccount, showApp, showFullTeam, showMembership, showProfile } from '../answers/people.ts'
import { showFullRepository } from '../answers/repository.ts'
import { notFound } from '../errors.ts'
import type { Team } from '../world/state.ts'
import { type Call, type Handlers, nothing, ok } from './call.ts'

function teamOf({ state, params }: Call): Team {
  const team = params.org === state.owner.login ? state.teams.get(params.team_slug ?? '') : undefined
  if (team === undefined) throw notFound()
  return team
}

export const peopleHandlers: Handlers = {
  'teams/get-by-name': (call) => ok(showFullTeam(call, teamOf(call))),
  'teams/list-members-in-org': (call) => {
    const { role = 'all' } = call.query
    const active = [...teamOf(call).members.values()].filter(({ state }) => state === 'active')
    const members = active.filter((member) => role === 'all' || member.role === role)
    return { list: members.map(({ account }) => showAccount(call, account)) }
  },
  'teams/get-membership-for-user-in-org': (call) => {
    const team = teamOf(call)
    const member = team.members.get(call.params.username ?? '')
    if (member === undefined) throw notFound()
    return ok(showMembership(call, team, member))
  },
  'teams/check-permissions-for-repo-in-org': (call) => {
    const team = teamOf(call)
    // The repository itself is shown only to those who ask for its media type
    if (!call.accept.includes('repository+json')) return nothing
    const { has_discussions: _discussions, ...repository } = showFullRepository(call)
    const owner = showAccount(call, call.state.owner)
    return ok({ ...repository, owner, permissions: permissionsUpTo(team.permission), role_name: team.permission })
  },
  'users/get-by-username': (call) => {
    const account = call.state.accounts.get(call.params.username ?? '')
    if (account === undefined) throw notFound()
    return ok(showProfile(call, account))
  },
  'apps/get-by-slug': (call) => {
    const app = call.state.apps.get(call.params.app_slug ?? '')
    if (app === undefined) throw notFound()
    return ok(showApp(call, app))
  },
}
