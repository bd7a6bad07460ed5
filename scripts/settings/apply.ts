import type { Call } from '../../src/settings/inspect.ts'
import { type Client, call } from '../github/client.ts'

/** Makes one change. A write is not repeated by itself: whoever runs the setup again begins by looking. */
export async function apply(client: Client, title: string, change: Call): Promise<void> {
  for (const write of writesOf(client, change)) {
    const once = (request: { signal: AbortSignal }) =>
      // Some writes are answered without a body
      write(request).then(({ status }) => ({ status, data: {} }))
    await call(client, `${title}の変更`, once, { repeat: false })
  }
}

type Request = { signal: AbortSignal }
type Write = (request: Request) => Promise<{ status: number }>

function writesOf(client: Client, change: Call): Write[] {
  const { octokit, owner, repo } = client
  const at = { owner, repo }
  switch (change.kind) {
    case 'repository':
      return [(request) => octokit.request('PATCH /repos/{owner}/{repo}', { ...at, ...change.body, request })]
    case 'workflow':
      return [
        (request) =>
          octokit.request('PUT /repos/{owner}/{repo}/actions/permissions/workflow', { ...at, ...change.body, request }),
      ]
    case 'label':
      return [(request) => octokit.rest.issues.createLabel({ ...at, ...change.body, request })]
    case 'environment':
      return environmentWrites(client, change)
    case 'variable':
      return [variableWrite(client, change)]
    case 'ruleset':
      return [saved(client, '/repos/{owner}/{repo}/rulesets', change)]
    case 'policy':
      return [saved(client, '/repos/{owner}/{repo}/actions/policies', change)]
  }
}

/** Made where it has no number yet, and replaced as a whole otherwise. */
function saved({ octokit, owner, repo }: Client, path: string, { id, body }: Extract<Call, { id: unknown }>): Write {
  const given = { owner, repo, ...body }
  if (id === null) return (request) => octokit.request(`POST ${path}`, { ...given, request })
  return (request) => octokit.request(`PUT ${path}/{id}`, { ...given, id, request })
}

function environmentWrites(client: Client, change: Extract<Call, { kind: 'environment' }>): Write[] {
  const { octokit, owner, repo } = client
  const at = { owner, repo, environment_name: change.name }
  const limit = { protected_branches: false, custom_branch_policies: true }
  return [
    (request) =>
      octokit.rest.repos.createOrUpdateEnvironment({
        ...at,
        wait_timer: 0,
        reviewers: null,
        deployment_branch_policy: limit,
        request,
      }),
    ...change.adds.map(
      (name): Write =>
        (request) =>
          octokit.rest.repos.createDeploymentBranchPolicy({ ...at, name, type: 'branch', request }),
    ),
    ...change.removes.map(
      (id): Write =>
        (request) =>
          octokit.rest.repos.deleteDeploymentBranchPolicy({ ...at, branch_policy_id: id, request }),
    ),
  ]
}

function variableWrite(
  client: Client,
  { environment, name, value, exists }: Extract<Call, { kind: 'variable' }>,
): Write {
  const { octokit, owner, repo } = client
  const at = { owner, repo, environment_name: environment, name, value }
  return (request) =>
    exists
      ? octokit.rest.actions.updateEnvironmentVariable({ ...at, request })
      : octokit.rest.actions.createEnvironmentVariable({ ...at, request })
}
