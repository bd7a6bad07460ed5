import type { FoundEnvironment, Wanted } from '../../src/settings/types.ts'
import { type Client, call } from '../github/client.ts'
import { unlessMissing } from './names.ts'

/** The environments that the settings name, as far as this token may see them. */
export async function findEnvironments(client: Client, wanted: Wanted): Promise<FoundEnvironment[]> {
  const { octokit, owner, repo } = client
  const found: FoundEnvironment[] = []
  for (const { name } of wanted.environments) {
    const at = { owner, repo, environment_name: name }
    const environment = await unlessMissing(
      call(client, `環境「${name}」の読取り`, (request) => octokit.rest.repos.getEnvironment({ ...at, request })),
    )
    if (environment === null) continue
    const { deployment_branch_policy: policy, protection_rules: rules = [] } = environment.data
    const restricted = policy?.custom_branch_policies === true
    const content = await findContent(client, name)
    const branches = await findBranches(client, name)
    const otherRules = rules.map(({ type }) => type).filter((type) => type !== 'branch_policy')
    found.push({ name, restricted, branches, otherRules, ...content })
  }
  return found
}

async function findBranches(client: Client, name: string): Promise<FoundEnvironment['branches']> {
  const { octokit, owner, repo } = client
  // Even where it does not apply now, it would as soon as the environment is limited
  const answer = await unlessMissing(
    call(client, `環境「${name}」のブランチの読取り`, (request) =>
      octokit.rest.repos.listDeploymentBranchPolicies({ owner, repo, environment_name: name, per_page: 100, request }),
    ),
  )
  return (answer?.data.branch_policies ?? []).map(({ id, name: branch, type }) => ({
    id: id ?? 0,
    name: branch ?? '',
    type: type ?? 'branch',
  }))
}

async function findContent(client: Client, name: string): Promise<Pick<FoundEnvironment, 'variables' | 'secrets'>> {
  const { octokit, owner, repo } = client
  const at = { owner, repo, environment_name: name }
  const variables = await unlessMissing(
    call(client, `環境「${name}」の変数の読取り`, (request) =>
      octokit.rest.actions.listEnvironmentVariables({ ...at, per_page: 30, request }),
    ),
    [403],
  )
  const secrets = await unlessMissing(
    call(client, `環境「${name}」の秘密の名前の読取り`, (request) =>
      octokit.rest.actions.listEnvironmentSecrets({ ...at, per_page: 100, request }),
    ),
    [403],
  )
  return {
    variables:
      variables && Object.fromEntries(variables.data.variables.map(({ name: variable, value }) => [variable, value])),
    secrets: secrets?.data.secrets.map(({ name: secret }) => secret) ?? null,
  }
}
