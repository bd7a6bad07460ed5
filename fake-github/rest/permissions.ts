import { ApiError } from '../errors.ts'
import type { Identity, State } from '../world/state.ts'

/** A permission of an App as GitHub writes it, with its level. Of several, one suffices. */
type Need = `${string}:${'read' | 'write'}`

const byPrefix: readonly (readonly [RegExp, readonly Need[]])[] = [
  [/^pulls\/(create|update)$/, ['pull_requests:write']],
  [/^pulls\//, ['pull_requests:read']],
  [/^git\/(get|list)/, ['contents:read']],
  [/^git\//, ['contents:write']],
  [/^checks\/(create|update)$/, ['checks:write']],
  [/^checks\//, ['checks:read']],
  [/^repos\/create-commit-status$/, ['statuses:write']],
  [/^repos\/list-commit-statuses/, ['statuses:read']],
  [/^issues\/(create|update|add|remove)/, ['issues:write', 'pull_requests:write']],
  [/^issues\//, ['issues:read', 'pull_requests:read']],
  [/^repos\/(get-commit|list-commits|compare|get-content|get-branch$|codeowners)/, ['contents:read']],
  [/^repos\/list-pull-requests-associated/, ['pull_requests:read', 'contents:read']],
  [/^repos\/get-repo-rule-suite/, ['administration:read']],
  [/^repos\/(create|update)-repo-ruleset$|^repos\/update$/, ['administration:write']],
  [/^repos\/(create|delete).*(environment|deployment-branch)/, ['administration:write']],
  [/^repos\/.*(environment|deployment-branch)/, ['actions:read']],
  [/^actions\/create-workflow-dispatch$/, ['actions:write']],
  [/^actions\/set-.*permissions/, ['administration:write']],
  [/^actions\/get-.*permissions/, ['administration:read']],
  [/^actions\/(create|update)-environment-variable/, ['environments:write']],
  [/^actions\/list-environment-/, ['environments:read']],
  [/^actions\/.*-repo-polic(y|ies)$/, ['administration:write']],
  [/^actions\/(create|update)-repo-variable/, ['actions_variables:write']],
  [/^actions\/list-repo-variables/, ['actions_variables:read']],
  [/^teams\//, ['members:read']],
]

const administrative = /^(administration|actions_variables|environments|members)/

/** Whether an identity holds a permission: an App by what it was given, a person by the role. */
export function allows(state: State, who: Identity, need: Need): boolean {
  const [name = '', level] = need.split(':')
  if (who.kind === 'app') {
    const { permissions } = who.app
    return permissions === null || permissions[name] === 'write' || permissions[name] === level
  }
  const role = state.roles.get(who.account.login) ?? 'read'
  if (role === 'admin') return true
  if (name === 'administration' || (administrative.test(name) && level === 'write')) return false
  return level === 'read' || role === 'write' || name === 'issues' || name === 'pull_requests'
}

export function requirePermission(state: State, who: Identity, operation: string): void {
  const needs = byPrefix.find(([pattern]) => pattern.test(operation))?.[1] ?? []
  if (needs.length === 0 || needs.some((need) => allows(state, who, need))) return
  throw new ApiError(
    403,
    who.kind === 'app' ? 'Resource not accessible by integration' : 'Must have admin rights to Repository.',
  )
}
