import type { CodeownersFault, Found, JsonObject, Names, Wanted } from '../../src/settings/types.ts'
import { type Client, call, listAll } from '../github/client.ts'
import { findEnvironments } from './find-environments.ts'
import { findPolicies } from './find-policies.ts'
import { unlessMissing } from './names.ts'

/** Everything that the settings speak of, as GitHub has it now. */
export async function findSettings(client: Client, wanted: Wanted, names: Names): Promise<Found> {
  const { octokit, owner, repo } = client
  const { data: repository } = await call(client, 'リポジトリの読取り', (request) =>
    octokit.rest.repos.get({ owner, repo, request }),
  )
  const { data: workflow } = await call(client, 'ワークフローの権限の読取り', (request) =>
    octokit.rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository({ owner, repo, request }),
  )
  const rulesets = await findRulesets(client, wanted)
  // Only what is about to be made needs to know whether its checks exist
  const isNew = wanted.rulesets.some(({ name }) => !rulesets.some((ruleset) => ruleset.name === name))
  return {
    isPrivate: repository.private,
    repository: plain(repository),
    workflow: plain(workflow),
    labels: await findLabels(client),
    rulesets,
    environments: await findEnvironments(client, wanted),
    policies: wanted.policies.length === 0 ? [] : await findPolicies(client),
    codeowners: await findCodeownersFaults(client),
    publishedChecks: isNew ? await findPublishedChecks(client, names) : [],
  }
}

const plain = (answer: object): JsonObject => answer as JsonObject

async function findLabels(client: Client): Promise<string[]> {
  const { octokit, owner, repo } = client
  const labels = await listAll(client, 'ラベルの一覧の読取り', (page) =>
    octokit.rest.issues.listLabelsForRepo({ owner, repo, ...page }),
  )
  return labels.map(({ name }) => name)
}

async function findRulesets(client: Client, wanted: Wanted): Promise<JsonObject[]> {
  const { octokit, owner, repo } = client
  const heads = await listAll(client, 'ruleset の一覧の読取り', (page) =>
    octokit.rest.repos.getRepoRulesets({ owner, repo, includes_parents: false, ...page }),
  )
  const known = new Set(wanted.rulesets.map(({ name }) => name))
  const details: JsonObject[] = []
  for (const head of heads) {
    if (!known.has(head.name)) details.push(plain(head))
    else {
      const { data } = await call(client, `ruleset「${head.name}」の読取り`, (request) =>
        octokit.rest.repos.getRepoRuleset({ owner, repo, ruleset_id: head.id, includes_parents: false, request }),
      )
      details.push(plain(data))
    }
  }
  return details
}

async function findCodeownersFaults(client: Client): Promise<CodeownersFault[]> {
  const { octokit, owner, repo } = client
  const answer = await unlessMissing(
    call(client, 'CODEOWNERS の読取り', (request) => octokit.rest.repos.codeownersErrors({ owner, repo, request })),
  )
  if (answer === null) return [{ path: '.github/CODEOWNERS', line: 1, message: 'not found' }]
  return answer.data.errors.map(({ path, line, message }) => ({ path, line, message }))
}

const actionsApp = 15368

/** The checks that the App of the gate and the workflows have published on the pull requests changed last. */
async function findPublishedChecks(client: Client, { apps }: Names): Promise<string[]> {
  const { octokit, owner, repo } = client
  // Whoever may not look does not know of any
  const pulls = await unlessMissing(
    call(client, 'プルリクエストの一覧の読取り', (request) =>
      octokit.rest.pulls.list({ owner, repo, state: 'all', sort: 'updated', direction: 'desc', per_page: 10, request }),
    ),
    [403],
  )
  const published = new Set<string>()
  for (const { head } of pulls?.data ?? []) {
    const runs = await unlessMissing(
      call(client, '検査の読取り', (request) =>
        octokit.rest.checks.listForRef({ owner, repo, ref: head.sha, per_page: 100, request }),
      ),
      [403],
    )
    for (const { name, app } of runs?.data.check_runs ?? [])
      if (app?.id === actionsApp || app?.id === apps.gate?.id) published.add(name)
  }
  return [...published]
}
