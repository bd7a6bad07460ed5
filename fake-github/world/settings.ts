import { invalid } from '../errors.ts'
import { tick } from './clock.ts'
import type { App, Environment, Ruleset, State } from './state.ts'

export type RulesetContent = Pick<Ruleset, 'name' | 'enforcement'> &
  Partial<Pick<Ruleset, 'target' | 'bypass_actors' | 'conditions' | 'rules'>>

export function addRuleset(state: State, content: RulesetContent): Ruleset {
  if (state.rulesets.some(({ name }) => name === content.name))
    throw invalid({ resource: 'Ruleset', field: 'name', code: 'custom', message: 'Name must be unique' })
  const at = tick(state)
  const made: Ruleset = {
    id: state.next('ruleset'),
    createdAt: at,
    updatedAt: at,
    name: content.name,
    enforcement: content.enforcement,
    target: content.target ?? 'branch',
    bypass_actors: content.bypass_actors ?? [],
    conditions: content.conditions ?? null,
    rules: content.rules ?? [],
  }
  state.rulesets.push(made)
  return made
}

export type Protection = {
  readonly checks?: readonly { readonly name: string; readonly app?: App }[]
  readonly approvals?: number
}

/** The rules most stories need on the default branch; settings of the project itself go through `addRuleset`. */
export function protectMain(state: State, { checks = [], approvals = 1 }: Protection = {}): Ruleset {
  return addRuleset(state, {
    name: 'main',
    enforcement: 'active',
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [
      { type: 'deletion' },
      { type: 'non_fast_forward' },
      { type: 'required_linear_history' },
      {
        type: 'pull_request',
        parameters: {
          allowed_merge_methods: ['squash'],
          required_approving_review_count: approvals,
          dismiss_stale_reviews_on_push: true,
          require_code_owner_review: true,
          require_last_push_approval: true,
          required_review_thread_resolution: true,
        },
      },
      {
        type: 'required_status_checks',
        parameters: {
          strict_required_status_checks_policy: false,
          required_status_checks: checks.map(({ name, app }) =>
            app === undefined ? { context: name } : { context: name, integration_id: app.id },
          ),
        },
      },
    ],
  })
}

export function environment(state: State, name: string, settings?: Environment['settings']): Environment {
  const at = tick(state)
  const known = state.environments.find((one) => one.name === name)
  const made = known ?? {
    id: state.next('environment'),
    name,
    createdAt: at,
    updatedAt: at,
    settings: {},
    branchPolicies: [],
    variables: new Map(),
    secrets: [],
  }
  if (known === undefined) state.environments.push(made)
  if (settings !== undefined) {
    made.settings = settings
    made.updatedAt = at
  }
  return made
}

export function setVariable(state: State, name: string, value: string): void {
  const at = tick(state)
  state.variables.set(name, { name, value, createdAt: state.variables.get(name)?.createdAt ?? at, updatedAt: at })
}
