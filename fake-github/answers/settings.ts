import type { Json, JsonObject } from '../json.ts'
import { type Actor, mayBypass } from '../world/rules.ts'
import type { BranchPolicy, Environment, RuleSuite, Ruleset, Variable } from '../world/state.ts'
import { fullName, nodeId, pageUrl, repositoryUrl, type Shown } from './shown.ts'

export function showRulesetHead(shown: Shown, ruleset: Ruleset): JsonObject {
  const { id, name, target, enforcement, createdAt, updatedAt } = ruleset
  return {
    id,
    name,
    target,
    source_type: 'Repository',
    source: fullName(shown.state),
    enforcement,
    node_id: nodeId('Ruleset', id),
    _links: {
      self: { href: `${repositoryUrl(shown)}/rulesets/${id}` },
      html: { href: `${pageUrl(shown)}/rules/${id}` },
    },
    created_at: createdAt,
    updated_at: updatedAt,
  }
}

/** `bypass_actors` is shown only to those who may write the ruleset: absent is not empty. */
export function showRuleset(shown: Shown, ruleset: Ruleset, actor: Actor, mayWrite: boolean): JsonObject {
  return {
    ...showRulesetHead(shown, ruleset),
    conditions: ruleset.conditions,
    rules: ruleset.rules as Json,
    ...(mayWrite ? { bypass_actors: ruleset.bypass_actors as Json } : {}),
    current_user_can_bypass: mayBypass(shown.state, ruleset, actor) ? 'always' : 'never',
  }
}

export function showRuleSuite({ state }: Shown, suite: RuleSuite): JsonObject {
  return {
    id: suite.id,
    actor_id: suite.actor.id,
    actor_name: suite.actor.login,
    before_sha: suite.before,
    after_sha: suite.after,
    ref: suite.ref,
    repository_id: state.repository.id,
    repository_name: state.repository.name,
    pushed_at: suite.pushedAt,
    result: suite.result,
  }
}

export function showFullRuleSuite(shown: Shown, suite: RuleSuite): JsonObject {
  const [ruleset] = shown.state.rulesets
  const source = { type: 'ruleset', id: ruleset?.id ?? null, name: ruleset?.name ?? null }
  return {
    ...showRuleSuite(shown, suite),
    evaluation_result: null,
    rule_evaluations: suite.failed.map((type) => ({
      rule_source: source,
      enforcement: 'active',
      result: 'fail',
      rule_type: type,
      details: null,
    })),
  }
}

export function showEnvironment(shown: Shown, environment: Environment): JsonObject {
  const { id, name, createdAt, updatedAt, settings } = environment
  const branches = settings.deployment_branch_policy ?? null
  const rule = (type: string, more: JsonObject = {}) => ({ id: id + 1, node_id: nodeId('GA', id + 1), type, ...more })
  const { wait_timer: wait = 0, reviewers = null } = settings
  const rules = [
    ...(branches === null ? [] : [rule('branch_policy')]),
    ...(wait === 0 ? [] : [rule('wait_timer', { wait_timer: wait })]),
    ...(Array.isArray(reviewers) && reviewers.length > 0 ? [rule('required_reviewers')] : []),
  ]
  return {
    id,
    node_id: nodeId('Environment', id),
    name,
    url: `${repositoryUrl(shown)}/environments/${encodeURIComponent(name)}`,
    html_url: `${pageUrl(shown)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: createdAt,
    updated_at: updatedAt,
    protection_rules: rules,
    deployment_branch_policy: branches,
  }
}

export const showVariable = ({ name, value, createdAt, updatedAt }: Variable): JsonObject => ({
  name,
  value,
  created_at: createdAt,
  updated_at: updatedAt,
})

export const showBranchPolicy = ({ id, name, type }: BranchPolicy): JsonObject => ({
  id,
  node_id: nodeId('BranchPolicy', id),
  name,
  type,
})
