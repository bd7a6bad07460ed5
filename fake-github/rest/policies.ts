import { notFound } from '../errors.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'
import { tick } from '../world/clock.ts'
import type { ExecutionPolicy } from '../world/state.ts'
import { type Call, created, type Handlers, listIn, ok, stringIn } from './call.ts'

function policyOf({ state, params }: Call): ExecutionPolicy {
  const found = state.executionPolicies.find(({ id }) => id === Number(params.policy_id))
  if (found === undefined) throw notFound()
  return found
}

const show = ({ id, name, createdAt, updatedAt, content }: ExecutionPolicy): JsonObject => ({
  id,
  name,
  enforcement: content.enforcement ?? 'active',
  ...(isObject(content.conditions) ? { conditions: content.conditions } : {}),
  rules: listIn(content, 'rules') as Json,
  created_at: createdAt,
  updated_at: updatedAt,
})

/** Which events may start which workflows. GitHub documents these calls, and has not described them in OpenAPI yet. */
export const policyHandlers: Handlers = {
  'actions/list-repo-policies': ({ state }) => {
    const list = state.executionPolicies.map(({ id, name }) => ({ id, name }))
    return { list, within: { total_count: list.length }, key: 'policies' }
  },
  'actions/get-repo-policy': (call) => ok(show(policyOf(call))),
  'actions/create-repo-policy': ({ state, body }) => {
    const at = tick(state)
    const name = stringIn(body, 'name') ?? ''
    const made = { id: state.next('execution-policy'), name, createdAt: at, updatedAt: at, content: body }
    state.executionPolicies.push(made)
    return created(show(made))
  },
  'actions/update-repo-policy': (call) => {
    const policy = policyOf(call)
    policy.content = { ...policy.content, ...call.body }
    policy.name = stringIn(call.body, 'name') ?? policy.name
    policy.updatedAt = tick(call.state)
    return ok(show(policy))
  },
}
