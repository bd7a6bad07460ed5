import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from './client.ts'
import { type FakeGitHub, startFakeGitHub } from './start.ts'

const repo = { owner: 'example-city', repo: 'shinsa' }
let github: FakeGitHub
beforeEach(async () => {
  github = await startFakeGitHub({
    files: { 'services/koho/a.yml': 'name: あ\n', '.github/workflows/policy-gate.yml': 'on: push\n' },
  })
})
afterEach(() => github.close())

const someone = () => connect(github, github.world.tokenOf(github.world.user('hanako', { role: 'admin' })))
const gateClient = async () => {
  const app = github.world.app('shinsa-gate', { id: 4242 })
  return { app, client: await connect(github, app.token) }
}

test('lists come in pages, and the client follows the links', async () => {
  const { world } = github
  const hanako = world.user('hanako')
  const names = Array.from({ length: 45 }, (_, index) => `services/koho/s${String(index).padStart(2, '0')}.yml`)
  world.commit('many', { author: hanako, files: Object.fromEntries(names.map((name) => [name, `name: ${name}\n`])) })
  const { number: pull_number } = world.openPullRequest({ author: hanako, head: 'many' })
  const client = await someone()
  const first = await client.rest.pulls.listFiles({ ...repo, pull_number })
  expect(first.data).toHaveLength(30)
  expect(first.headers.link).toContain('rel="next"')
  const all = await client.paginate(client.rest.pulls.listFiles, { ...repo, pull_number, per_page: 20 })
  expect(all.map(({ filename }) => filename)).toEqual(names)
  const pull = await client.rest.pulls.get({ ...repo, pull_number })
  expect(pull.data.changed_files).toBe(45)
  expect(pull.data.user.id).toBe(hanako.id)
})

test('a check run belongs to its App; only the last of a name is listed', async () => {
  const { app, client } = await gateClient()
  const head_sha = github.world.tip('main')
  const output = {
    title: 't',
    summary: 's',
    annotations: [{ path: 'a', start_line: 1, end_line: 1, annotation_level: 'failure' as const, message: 'm' }],
  }
  const old = await client.rest.checks.create({ ...repo, head_sha, name: '審査/承認', status: 'in_progress' })
  await client.rest.checks.create({
    ...repo,
    head_sha,
    name: '審査/承認',
    status: 'completed',
    conclusion: 'success',
    external_id: 'x',
    output,
  })
  const listed = await client.rest.checks.listForRef({ ...repo, ref: head_sha })
  expect(listed.data.check_runs.map(({ conclusion, app: by }) => [conclusion, by?.id])).toEqual([['success', app.id]])
  await client.rest.checks.update({ ...repo, check_run_id: old.data.id, status: 'completed', conclusion: 'failure' })
  const other = await connect(github, github.world.app('other').token)
  await expect(other.rest.checks.update({ ...repo, check_run_id: old.data.id, name: 'x' })).rejects.toMatchObject({
    status: 403,
  })
  const person = await someone()
  await expect(person.rest.checks.create({ ...repo, head_sha, name: 'x' })).rejects.toMatchObject({ status: 403 })
})

test('a comment says which App wrote it, and keeps its length in bounds', async () => {
  const { app, client } = await gateClient()
  const { number: issue_number } = github.world.issue({ by: github.world.user('hanako'), title: '相談' })
  const { data } = await client.rest.issues.createComment({ ...repo, issue_number, body: 'one' })
  expect(data.performed_via_github_app?.id).toBe(app.id)
  expect(data.user?.login).toBe('shinsa-gate[bot]')
  await client.rest.issues.updateComment({ ...repo, comment_id: data.id, body: 'two' })
  expect(github.world.comments({ number: issue_number }).map(({ body }) => body)).toEqual(['two'])
  const body = 'あ'.repeat(65_537)
  await expect(client.rest.issues.createComment({ ...repo, issue_number, body })).rejects.toMatchObject({ status: 422 })
})

test('an App has the permissions it was given, and no others', async () => {
  const { world } = github
  const app = world.app('small', { permissions: { contents: 'read' } })
  const client = await connect(github, app.token)
  await client.rest.git.getRef({ ...repo, ref: 'heads/main' })
  const write = client.rest.git.createRef({ ...repo, ref: 'refs/heads/x', sha: world.tip('main') })
  await expect(write).rejects.toMatchObject({ status: 403 })
  await expect(client.rest.repos.getRepoRuleSuites(repo)).rejects.toMatchObject({ status: 403 })
  await expect(client.rest.git.getRef({ ...repo, repo: 'other', ref: 'heads/main' })).rejects.toMatchObject({
    status: 404,
  })
  world.revokeToken(app.token)
  await expect(client.rest.repos.get(repo)).rejects.toMatchObject({ status: 401 })
})

test('a pull request from a fork names the fork, and its branch stays out of the repository', async () => {
  const { world } = github
  const mallory = world.user('mallory', { role: 'read' })
  world.commit('mallory:change', { author: mallory, files: { a: '1' } })
  const { number: pull_number } = world.openPullRequest({ author: mallory, head: 'mallory:change' })
  const client = await someone()
  const { data } = await client.rest.pulls.get({ ...repo, pull_number })
  expect([data.head.repo?.full_name, data.head.repo?.fork, data.head.label]).toEqual([
    'mallory/shinsa',
    true,
    'mallory:change',
  ])
  await expect(client.rest.git.getRef({ ...repo, ref: 'heads/change' })).rejects.toMatchObject({ status: 404 })
  expect((await client.rest.git.getRef({ ...repo, ref: `pull/${pull_number}/head` })).data.object.sha).toBe(
    data.head.sha,
  )
})

test('the token of a job holds what the workflow asked for', async () => {
  const { world } = github
  const bell = await connect(github, world.tokenWith(world.app('github-actions'), { actions: 'write' }))
  await bell.rest.actions.createWorkflowDispatch({
    ...repo,
    workflow_id: 'policy-gate.yml',
    ref: 'main',
    inputs: { pr: '1' },
  })
  await expect(bell.rest.git.getRef({ ...repo, ref: 'heads/main' })).rejects.toMatchObject({ status: 403 })
})

test('refusals have the status GitHub gives', async () => {
  const client = await someone()
  const hanako = github.world.user('hanako')
  github.world.commit('x', { author: hanako, files: { a: '1' } })
  const sha = github.world.tip('main')
  const open = () => client.rest.pulls.create({ ...repo, title: 't', head: 'x', base: 'main' })
  await open()
  await expect(open()).rejects.toMatchObject({ status: 422 })
  await expect(client.rest.git.createRef({ ...repo, ref: 'refs/heads/x', sha })).rejects.toThrow('already exists')
  await expect(client.rest.git.updateRef({ ...repo, ref: 'heads/x', sha })).rejects.toThrow('fast forward')
  await expect(client.rest.git.getRef({ ...repo, ref: 'heads/none' })).rejects.toMatchObject({ status: 404 })
  await expect(
    client.rest.teams.getMembershipForUserInOrg({ org: repo.owner, team_slug: 'none', username: 'hanako' }),
  ).rejects.toMatchObject({ status: 404 })
})

test('a request GitHub does not describe makes the test fail', async () => {
  const other = await startFakeGitHub()
  const client = await connect(other, other.world.tokenOf(other.world.user('hanako')))
  await expect(client.request('GET /repos/example-city/shinsa/stargazers')).rejects.toMatchObject({ status: 500 })
  await expect(client.request('GET /repos/example-city/shinsa/pulls?stat=open')).rejects.toMatchObject({ status: 500 })
  await expect(client.graphql('{ viewer { email } }')).rejects.toMatchObject({ status: 500 })
  expect(other.violations).toHaveLength(3)
  await expect(other.close()).rejects.toThrow('does not know the query stat')
})

test('under the paths of Enterprise Server the same client works', async () => {
  const enterprise = await startFakeGitHub({ enterprise: true })
  const client = await connect(enterprise, enterprise.world.app('gate').token)
  expect((await client.rest.repos.get(repo)).data.full_name).toBe('example-city/shinsa')
  expect(await client.graphql('{ repository(owner: "example-city", name: "shinsa") { nameWithOwner } }')).toMatchObject(
    {
      repository: { nameWithOwner: 'example-city/shinsa' },
    },
  )
  await enterprise.close()
})
