import { commitsBetween, isAncestor } from '../git/history.ts'
import { isObject, type Json } from '../json.ts'
import type { Account, App, PullRequest, Rule, Ruleset, State } from './state.ts'

export type Actor = { readonly by: Account; readonly app?: App | null }
export type RefUpdate = Actor & {
  readonly ref: string
  readonly before: string | null
  readonly after: string | null
  /** The pull request whose merge moves the ref; null for a push. */
  readonly pull: PullRequest | null
}

export function rulesetsFor(state: State, ref: string): Ruleset[] {
  return state.rulesets.filter((ruleset) => {
    if (ruleset.target !== 'branch' || ruleset.enforcement !== 'active') return false
    const conditions = isObject(ruleset.conditions) ? ruleset.conditions.ref_name : undefined
    const patterns = (key: string): Json[] => {
      const list = isObject(conditions) ? conditions[key] : undefined
      return Array.isArray(list) ? list : []
    }
    const matches = (pattern: Json) =>
      pattern === '~ALL' ||
      pattern === ref ||
      (pattern === '~DEFAULT_BRANCH' && ref === `refs/heads/${state.defaultBranch}`)
    return patterns('include').some(matches) && !patterns('exclude').some(matches)
  })
}

/** The types of the rules an update of a ref breaks, and whether whoever makes it may bypass all of them. */
export function brokenRules(state: State, update: RefUpdate): { readonly broken: string[]; readonly bypass: boolean } {
  const failing = rulesetsFor(state, update.ref)
    .map((ruleset) => ({ ruleset, broken: ruleset.rules.filter((rule) => breaks(state, rule, update)) }))
    .filter(({ broken }) => broken.length > 0)
  return {
    broken: failing.flatMap(({ broken }) => broken.map(({ type }) => type)),
    bypass: failing.every(({ ruleset }) => mayBypass(state, ruleset, update)),
  }
}

function breaks(state: State, rule: Rule, update: RefUpdate): boolean {
  const { before, after, pull } = update
  switch (rule.type) {
    case 'creation':
      return before === null
    case 'update':
      return before !== null && after !== null
    case 'deletion':
      return after === null
    case 'non_fast_forward':
      return before !== null && after !== null && !isAncestor(state.objects, before, after)
    case 'required_linear_history':
      return after !== null && commitsBetween(state.objects, before, after).some(({ parents }) => parents.length > 1)
    case 'required_signatures':
      return after !== null && commitsBetween(state.objects, before, after).some(({ sha }) => !state.signed.has(sha))
    case 'pull_request':
      return before !== null && (pull === null || !reviewed(state, pull, rule))
    case 'required_status_checks':
      return before !== null && after !== null && !checked(state, pull?.headSha ?? after, rule)
    default:
      return false
  }
}

function reviewed(state: State, pull: PullRequest, rule: Rule): boolean {
  const latest = new Map(pull.reviews.filter(({ state: is }) => is !== 'COMMENTED').map((one) => [one.author.id, one]))
  const opinions = [...latest.values()]
  const wanted = Number(rule.parameters?.required_approving_review_count ?? 0)
  const approvals = opinions.filter(
    ({ state: is, author }) => is === 'APPROVED' && state.roles.get(author.login) !== 'read',
  )
  return approvals.length >= wanted && !opinions.some(({ state: is }) => is === 'CHANGES_REQUESTED')
}

function checked(state: State, sha: string, rule: Rule): boolean {
  const required = rule.parameters?.required_status_checks
  return (Array.isArray(required) ? required : []).every((check) => {
    if (!isObject(check)) return false
    const { context, integration_id: pinned } = check
    const runs = state.checkRuns.filter((run) => run.headSha === sha && run.name === context)
    const run = runs.filter(({ app }) => pinned === undefined || app.id === pinned).at(-1)
    if (run !== undefined) return ['success', 'neutral', 'skipped'].includes(run.conclusion ?? '')
    const status = state.statuses.filter((one) => one.sha === sha && one.context === context).at(-1)
    return pinned === undefined && status?.state === 'success'
  })
}

const administrators = 5

export function mayBypass(state: State, ruleset: Ruleset, { by, app }: Actor): boolean {
  return ruleset.bypass_actors.some(({ actor_id: id, actor_type: type }) => {
    if (type === 'Integration') return app?.id === id
    if (type === 'User') return by.id === id
    if (type === 'Team') return [...state.teams.values()].some((team) => team.id === id && team.members.has(by.login))
    return type === 'RepositoryRole' && id === administrators && state.roles.get(by.login) === 'admin'
  })
}
