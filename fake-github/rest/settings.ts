import {
  showBranchPolicy,
  showEnvironment,
  showFullRuleSuite,
  showRuleSuite,
  showRuleset,
  showRulesetHead,
  showVariable,
} from '../answers/settings.ts'
import { fullName } from '../answers/shown.ts'
import { ApiError, invalid, notFound } from '../errors.ts'
import { isObject, type Json } from '../json.ts'
import { tick } from '../world/clock.ts'
import { rulesetsFor } from '../world/rules.ts'
import { addRuleset, environment, type RulesetContent, setVariable } from '../world/settings.ts'
import type { RuleSuite, Ruleset } from '../world/state.ts'
import { type Call, created, type Handlers, nothing, ok, stringIn } from './call.ts'
import { environmentOf } from './environments.ts'
import { allows } from './permissions.ts'

function rulesetOf({ state, params }: Call): Ruleset {
  const found = state.rulesets.find(({ id }) => id === Number(params.ruleset_id))
  if (found === undefined) throw notFound()
  return found
}

const shown = (call: Call, ruleset: Ruleset) =>
  showRuleset(call, ruleset, { by: call.by, app: call.app }, allows(call.state, call.who, 'administration:write'))

const rulesetHandlers: Handlers = {
  'repos/get-repo-rulesets': (call) => ({ list: call.state.rulesets.map((ruleset) => showRulesetHead(call, ruleset)) }),
  'repos/get-repo-ruleset': (call) => ok(shown(call, rulesetOf(call))),
  'repos/create-repo-ruleset': (call) =>
    created(shown(call, addRuleset(call.state, call.body as unknown as RulesetContent))),
  'repos/update-repo-ruleset': (call) => {
    const ruleset = rulesetOf(call)
    Object.assign(ruleset, call.body, { updatedAt: tick(call.state) })
    return ok(shown(call, ruleset))
  },
  'repos/get-branch-rules': (call) => {
    const { state, params } = call
    const source = { ruleset_source_type: 'Repository', ruleset_source: fullName(state) }
    const list = rulesetsFor(state, `refs/heads/${params.branch}`).flatMap(({ id, rules }) =>
      rules.map((rule) => ({ ...rule, ...source, ruleset_id: id }) as Json),
    )
    return { list }
  },
}

const spans: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 31 }

function suites({ state, query }: Call): RuleSuite[] {
  const { ref, actor_name: actor, rule_suite_result: result = 'all', time_period: period = 'day' } = query
  const oldest = Date.parse(state.clock.now) - (spans[period] ?? 1) * 86_400_000
  return state.ruleSuites
    .filter((suite) => Date.parse(suite.pushedAt) >= oldest)
    .filter((suite) => ref === undefined || suite.ref === ref || suite.ref === `refs/heads/${ref}`)
    .filter((suite) => actor === undefined || suite.actor.login === actor)
    .filter((suite) => result === 'all' || suite.result === result)
    .reverse()
}

const ruleSuiteHandlers: Handlers = {
  'repos/get-repo-rule-suites': (call) => ({ list: suites(call).map((suite) => showRuleSuite(call, suite)) }),
  'repos/get-repo-rule-suite': (call) => {
    const suite = call.state.ruleSuites.find(({ id }) => id === Number(call.params.rule_suite_id))
    if (suite === undefined) throw notFound()
    return ok(showFullRuleSuite(call, suite))
  },
}

const environmentHandlers: Handlers = {
  'repos/get-all-environments': (call) => {
    const list = call.state.environments.map((one) => showEnvironment(call, one))
    return { list, within: { total_count: list.length }, key: 'environments' }
  },
  'repos/get-environment': (call) => ok(showEnvironment(call, environmentOf(call))),
  'repos/create-or-update-environment': (call) =>
    ok(showEnvironment(call, environment(call.state, call.params.environment_name ?? '', call.body))),
  'repos/list-deployment-branch-policies': (call) => {
    const list = environmentOf(call).branchPolicies.map(showBranchPolicy)
    return { list, within: { total_count: list.length }, key: 'branch_policies' }
  },
  'repos/create-deployment-branch-policy': (call) => {
    const { settings, branchPolicies } = environmentOf(call)
    const branches = settings.deployment_branch_policy
    // Without the choice of custom policies GitHub does not find the list
    if (!isObject(branches) || branches.custom_branch_policies !== true) throw notFound()
    const name = stringIn(call.body, 'name') ?? ''
    if (branchPolicies.some((policy) => policy.name === name)) return { status: 303 }
    const made = { id: call.state.next('branch-policy'), name, type: stringIn(call.body, 'type') ?? 'branch' }
    branchPolicies.push(made)
    return ok(showBranchPolicy(made))
  },
  'repos/delete-deployment-branch-policy': (call) => {
    const { branchPolicies } = environmentOf(call)
    const at = branchPolicies.findIndex(({ id }) => id === Number(call.params.branch_policy_id))
    if (at < 0) throw notFound()
    branchPolicies.splice(at, 1)
    return nothing
  },
}

const actionsHandlers: Handlers = {
  'actions/get-github-actions-default-workflow-permissions-repository': ({ state }) => {
    const { write, approve } = state.workflowPermissions
    return ok({ default_workflow_permissions: write ? 'write' : 'read', can_approve_pull_request_reviews: approve })
  },
  'actions/set-github-actions-default-workflow-permissions-repository': ({ state, body }) => {
    const { default_workflow_permissions: level, can_approve_pull_request_reviews: approve } = body
    const before = state.workflowPermissions
    state.workflowPermissions = {
      write: level === undefined ? before.write : level === 'write',
      approve: approve === undefined ? before.approve : approve === true,
    }
    return nothing
  },
  'actions/list-repo-variables': ({ state }) => {
    const list = [...state.variables.values()].map(showVariable)
    return { list, within: { total_count: list.length }, key: 'variables' }
  },
  'actions/create-repo-variable': ({ state, body }) => {
    const name = stringIn(body, 'name') ?? ''
    if (state.variables.has(name)) throw new ApiError(409, 'Already exists - Variable already exists')
    if (!/^[A-Z_][A-Z0-9_]*$/i.test(name)) throw invalid({ resource: 'Variable', field: 'name', code: 'invalid' })
    setVariable(state, name, stringIn(body, 'value') ?? '')
    return created({})
  },
  'actions/update-repo-variable': ({ state, body, params }) => {
    const known = state.variables.get(params.name ?? '')
    if (known === undefined) throw notFound()
    setVariable(state, known.name, stringIn(body, 'value') ?? known.value)
    return nothing
  },
}

export const settingsHandlers: Handlers = {
  ...rulesetHandlers,
  ...ruleSuiteHandlers,
  ...environmentHandlers,
  ...actionsHandlers,
}
