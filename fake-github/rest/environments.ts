import { showVariable } from '../answers/settings.ts'
import { ApiError, notFound } from '../errors.ts'
import { tick } from '../world/clock.ts'
import type { Environment } from '../world/state.ts'
import { type Call, created, type Handlers, nothing, stringIn } from './call.ts'

export function environmentOf({ state, params }: Call): Environment {
  const found = state.environments.find(({ name }) => name === params.environment_name)
  if (found === undefined) throw notFound()
  return found
}

function set(call: Call, name: string, value: string): void {
  const { variables } = environmentOf(call)
  const at = tick(call.state)
  variables.set(name, { name, value, createdAt: variables.get(name)?.createdAt ?? at, updatedAt: at })
}

/** What an environment holds for its jobs. Of a secret, GitHub shows the name only. */
export const environmentContentHandlers: Handlers = {
  'actions/list-environment-variables': (call) => {
    const list = [...environmentOf(call).variables.values()].map(showVariable)
    return { list, within: { total_count: list.length }, key: 'variables' }
  },
  'actions/create-environment-variable': (call) => {
    const name = stringIn(call.body, 'name') ?? ''
    if (environmentOf(call).variables.has(name)) throw new ApiError(409, 'Already exists - Variable already exists')
    set(call, name, stringIn(call.body, 'value') ?? '')
    return created({})
  },
  'actions/update-environment-variable': (call) => {
    const name = call.params.name ?? ''
    if (!environmentOf(call).variables.has(name)) throw notFound()
    set(call, name, stringIn(call.body, 'value') ?? '')
    return nothing
  },
  'actions/list-environment-secrets': (call) => {
    const at = { created_at: call.state.clock.now, updated_at: call.state.clock.now }
    const list = environmentOf(call).secrets.map((name) => ({ name, ...at }))
    return { list, within: { total_count: list.length }, key: 'secrets' }
  },
}
