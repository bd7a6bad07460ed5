import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from './client.ts'
import { createRunner } from './runner.ts'
import { type FakeGitHub, startFakeGitHub } from './start.ts'

const repo = { owner: 'example-city', repo: 'shinsa' }
let github: FakeGitHub
beforeEach(async () => {
  github = await startFakeGitHub({
    files: { 'services/koho/a.yml': 'name: あ\n', '.github/workflows/policy-gate.yml': 'on: push\n' },
  })
})
afterEach(() => github.close())

test('what the gate reads of a pull request', async () => {
  const { world } = github
  const gate = world.app('shinsa-gate')
  const [hanako, jiro] = [world.user('hanako'), world.user('jiro')]
  world.team('joho-seisaku', [jiro])
  world.commit('change', {
    author: hanako,
    files: { 'services/koho/a.yml': null, 'services/koho/b.yml': 'name: あ\n' },
  })
  const { number: pull_number, headSha } = world.openPullRequest({ author: hanako, head: 'change' })
  const { rest } = await connect(github, gate.token)
  const [file] = (await rest.pulls.listFiles({ ...repo, pull_number })).data
  expect(file).toMatchObject({
    status: 'renamed',
    filename: 'services/koho/b.yml',
    previous_filename: 'services/koho/a.yml',
  })
  const { data: commit } = await rest.git.getCommit({ ...repo, commit_sha: headSha })
  const { data: tree } = await rest.git.getTree({ ...repo, tree_sha: commit.tree.sha })
  expect(tree.tree.map(({ path, mode, type }) => `${mode} ${type} ${path}`)).toEqual([
    '040000 tree .github',
    '040000 tree services',
  ])
  const { data: blob } = await rest.git.getBlob({ ...repo, file_sha: file?.sha ?? '' })
  expect(Buffer.from(blob.content, 'base64').toString()).toBe('name: あ\n')
  const { data: compared } = await rest.repos.compareCommitsWithBasehead({ ...repo, basehead: `main...${headSha}` })
  expect([compared.merge_base_commit.sha, compared.ahead_by]).toEqual([world.tip('main'), 1])
  const membership = await rest.teams.getMembershipForUserInOrg({
    org: repo.owner,
    team_slug: 'joho-seisaku',
    username: 'jiro',
  })
  expect(membership.data.state).toBe('active')
})

test('a record is written to the ledger only on top of the last one', async () => {
  const { world } = github
  const ledger = world.app('shinsa-ledger')
  world.addRuleset({
    name: 'ledger-writer',
    enforcement: 'active',
    conditions: { ref_name: { include: ['refs/heads/ledger'], exclude: [] } },
    bypass_actors: [{ actor_id: ledger.id, actor_type: 'Integration', bypass_mode: 'always' }],
    rules: [{ type: 'creation' }, { type: 'update' }],
  })
  const { rest } = await connect(github, ledger.token)
  const write = async (path: string, content: string, parents: string[], base_tree?: string) => {
    const { data: blob } = await rest.git.createBlob({ ...repo, content, encoding: 'utf-8' })
    const item = { path, mode: '100644' as const, type: 'blob' as const, sha: blob.sha }
    const { data: tree } = await rest.git.createTree({ ...repo, tree: [item], ...(base_tree ? { base_tree } : {}) })
    return (await rest.git.createCommit({ ...repo, message: path, tree: tree.sha, parents })).data
  }
  const genesis = await write('records/2026/000000.json', '{}', [])
  expect(genesis.verification.verified).toBe(true)
  await rest.git.createRef({ ...repo, ref: 'refs/heads/ledger', sha: genesis.sha })
  const [one, other] = [
    await write('records/2026/000001.json', '{"a":1}', [genesis.sha], genesis.tree.sha),
    await write('records/2026/000001.json', '{"b":1}', [genesis.sha]),
  ]
  await rest.git.updateRef({ ...repo, ref: 'heads/ledger', sha: one.sha, force: false })
  await expect(
    rest.git.updateRef({ ...repo, ref: 'heads/ledger', sha: other.sha, force: false }),
  ).rejects.toMatchObject({ status: 422 })
  expect(world.paths('ledger')).toEqual(['records/2026/000000.json', 'records/2026/000001.json'])
  const stranger = await connect(github, world.app('other').token)
  await expect(
    stranger.rest.git.updateRef({ ...repo, ref: 'heads/ledger', sha: genesis.sha, force: true }),
  ).rejects.toThrow('rule violations')
})

test('the ledger finds the pull request and the rule suite of a merge', async () => {
  const { world } = github
  const [hanako, jiro] = [world.user('hanako'), world.user('jiro')]
  world.protectMain()
  world.commit('change', { author: hanako, files: { a: '1' } })
  const pull = world.openPullRequest({ author: hanako, head: 'change' })
  const merged = world.mergeByBypass(pull, { by: jiro })
  const { rest } = await connect(github, world.app('shinsa-ledger').token)
  const pulls = await rest.repos.listPullRequestsAssociatedWithCommit({ ...repo, commit_sha: merged })
  expect(pulls.data.map(({ number }) => number)).toEqual([pull.number])
  const suites = await rest.repos.getRepoRuleSuites({ ...repo, ref: 'refs/heads/main', time_period: 'month' })
  const suite = suites.data.find(({ after_sha }) => after_sha === merged)
  expect(suite?.result).toBe('bypass')
  const { data } = await rest.repos.getRepoRuleSuite({ ...repo, rule_suite_id: suite?.id ?? 0 })
  expect(data.rule_evaluations?.map(({ rule_type }) => rule_type)).toContain('pull_request')
})

test('an issue becomes a branch and a pull request', async () => {
  const { world } = github
  const bot = world.app('shinsa-desk')
  const issue = world.issue({ by: world.user('hanako'), title: '新規', labels: ['申請'] })
  const { rest } = await connect(github, bot.token)
  const { data: main } = await rest.git.getRef({ ...repo, ref: 'heads/main' })
  const tree = [{ path: 'services/koho/new.yml', mode: '100644' as const, content: 'name: い\n' }]
  const { data: made } = await rest.git.createTree({ ...repo, base_tree: world.commitOf('main').tree, tree })
  const { data: commit } = await rest.git.createCommit({
    ...repo,
    message: '新規',
    tree: made.sha,
    parents: [main.object.sha],
  })
  await rest.git.createRef({ ...repo, ref: `refs/heads/issue-${issue.number}`, sha: commit.sha })
  const { data: pull } = await rest.pulls.create({
    ...repo,
    title: '新規',
    head: `issue-${issue.number}`,
    base: 'main',
  })
  expect([pull.user.login, pull.changed_files]).toEqual(['shinsa-desk[bot]', 1])
  const found = await rest.pulls.list({ ...repo, head: `${repo.owner}:issue-${issue.number}`, state: 'all' })
  expect(found.data.map(({ number }) => number)).toEqual([pull.number])
  const { data: file } = await rest.repos.getContent({ ...repo, path: 'services/koho/new.yml', ref: commit.sha })
  expect(file).toMatchObject({ type: 'file', size: 10 })
  await rest.issues.addLabels({ ...repo, issue_number: issue.number, labels: ['受付済み'] })
  await rest.issues.update({ ...repo, issue_number: issue.number, state: 'closed', state_reason: 'completed' })
  expect((await rest.issues.listForRepo({ ...repo, labels: '受付済み', state: 'closed' })).data).toHaveLength(1)
})

test('settings are written and read back; who may bypass is shown only to those who may write', async () => {
  const { world } = github
  const { rest } = await connect(github, world.tokenOf(world.user('admin', { role: 'admin' })))
  const ruleset = {
    name: 'main',
    target: 'branch' as const,
    enforcement: 'active' as const,
    bypass_actors: [],
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [{ type: 'deletion' as const }, { type: 'non_fast_forward' as const }],
  }
  const { data: made } = await rest.repos.createRepoRuleset({ ...repo, ...ruleset })
  await rest.repos.updateRepoRuleset({ ...repo, ruleset_id: made.id, ...ruleset, enforcement: 'evaluate' })
  expect((await rest.repos.getRepoRuleset({ ...repo, ruleset_id: made.id })).data).toMatchObject({
    ...ruleset,
    enforcement: 'evaluate',
  })
  const weak = await connect(github, world.app('weak', { permissions: { administration: 'read' } }).token)
  expect((await weak.rest.repos.getRepoRuleset({ ...repo, ruleset_id: made.id })).data).not.toHaveProperty(
    'bypass_actors',
  )
  const deployment_branch_policy = { protected_branches: false, custom_branch_policies: true }
  await rest.repos.createOrUpdateEnvironment({ ...repo, environment_name: 'gate', deployment_branch_policy })
  await rest.repos.createDeploymentBranchPolicy({ ...repo, environment_name: 'gate', name: 'main' })
  const policies = await rest.repos.listDeploymentBranchPolicies({ ...repo, environment_name: 'gate' })
  expect(policies.data.branch_policies.map(({ name }) => name)).toEqual(['main'])
  await rest.repos.update({ ...repo, allow_merge_commit: false, delete_branch_on_merge: true })
  expect((await rest.repos.get(repo)).data.allow_merge_commit).toBe(false)
  await rest.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
    ...repo,
    default_workflow_permissions: 'read',
  })
  expect((await rest.repos.codeownersErrors(repo)).data.errors).toEqual([])
})

test('a runner starts an action with a payload GitHub could have sent', async () => {
  const { world, payloads } = github
  const hanako = world.user('hanako')
  world.commit('change', { author: hanako, files: { a: '1' } })
  const pull = world.openPullRequest({ author: hanako, head: 'change' })
  const runner = createRunner(github, {
    event: 'pull_request_target',
    payload: payloads.pullRequest(pull, 'opened'),
    inputs: { 'app-id': '1' },
  })
  expect(runner.env).toMatchObject({
    GITHUB_REPOSITORY: 'example-city/shinsa',
    'INPUT_APP-ID': '1',
    GITHUB_SHA: world.tip('main'),
  })
  runner.remove()
  const { rest } = await connect(github, world.app('github-actions').token)
  await rest.actions.createWorkflowDispatch({
    ...repo,
    workflow_id: 'policy-gate.yml',
    ref: 'main',
    inputs: { pr: '1' },
  })
  expect(world.dispatches()).toMatchObject([{ workflow: 'policy-gate.yml', ref: 'main', inputs: { pr: '1' } }])
})
