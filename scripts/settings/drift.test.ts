import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type FakeGitHub, startFakeGitHub } from '../../fake-github/start.ts'
import { clientOf, prepare, putKeys, repository, targetOf, wanted } from '../testing/settings.ts'
import { tellOfDrift } from './issue.ts'
import { applyAll, findDifferences } from './setup.ts'

let github: FakeGitHub
let asWanted: object
beforeAll(async () => {
  github = await startFakeGitHub({ files: { 'services/koho/a.yml': 'name: あ\n' } })
  prepare(github)
  await applyAll(targetOf(github))
  putKeys(github)
  const { rulesets, environments, executionPolicies, settings, workflowPermissions, codeownersErrors, teams, labels } =
    github.world.state
  asWanted = structuredClone({
    rulesets,
    environments,
    executionPolicies,
    settings,
    workflowPermissions,
    codeownersErrors,
    teams,
    labels,
  })
}, 60_000)
beforeEach(() => {
  Object.assign(github.world.state, structuredClone(asWanted))
  delete (github.world.app('shinsa-gate').permissions as Record<string, string>).workflows
})
afterAll(() => github.close())

const messages = async (token?: string) =>
  (await findDifferences(targetOf(github, token))).map(({ message }) => message)

test('as wanted: no difference', async () => expect(await messages()).toEqual([]))

const ruleset = (name: string) =>
  github.world.state.rulesets.find((one) => one.name === name) as never as Record<string, never>
const parametersOf = (name: string, type: string) =>
  (ruleset(name).rules as unknown as { type: string; parameters: Record<string, unknown> }[]).find(
    (rule) => rule.type === type,
  )!.parameters

test.each<[what: string, change: () => void, says: RegExp]>([
  [
    'a ruleset switched off',
    () => Object.assign(ruleset('main'), { enforcement: 'disabled' }),
    /「main」の enforcement が "disabled"/,
  ],
  ['a ruleset removed', () => github.world.state.rulesets.splice(0, 1), /ruleset「ledger-writer」がありません/],
  [
    'a ruleset of somebody else',
    () => github.world.addRuleset({ name: 'x', enforcement: 'active' }),
    /コードにない ruleset「x」/,
  ],
  [
    'somebody who may bypass',
    () =>
      Object.assign(ruleset('main'), {
        bypass_actors: [{ actor_type: 'RepositoryRole', actor_id: 5, bypass_mode: 'exempt' }],
      }),
    /コードにない bypass_actors.RepositoryRole 5/,
  ],
  [
    'fewer approvals',
    () => Object.assign(parametersOf('main', 'pull_request'), { required_approving_review_count: 0 }),
    /required_approving_review_count が 0/,
  ],
  [
    'anybody may dismiss',
    () => Object.assign(parametersOf('main', 'pull_request'), { dismissal_restriction: { enabled: false } }),
    /dismissal_restriction/,
  ],
  [
    'another team reviews',
    () => Object.assign(parametersOf('main', 'pull_request'), { required_reviewers: [] }),
    /required_reviewers/,
  ],
  [
    'a check of any App',
    () =>
      Object.assign(parametersOf('main', 'required_status_checks'), {
        required_status_checks: [{ context: '審査/承認' }],
      }),
    /審査\/承認.integration_id/,
  ],
  [
    'a rule removed',
    () => Object.assign(ruleset('ledger-forever'), { rules: [{ type: 'deletion' }] }),
    /rules.non_fast_forward/,
  ],
  [
    'another branch',
    () =>
      Object.assign(ruleset('ledger-forever'), {
        conditions: { ref_name: { include: ['refs/heads/x'], exclude: [] } },
      }),
    /conditions.ref_name.include/,
  ],
  [
    'an environment for every branch',
    () => Object.assign(github.world.environment('gate'), { settings: {} }),
    /環境「gate」を使えるブランチが限られていません/,
  ],
  [
    'one more branch',
    () => github.world.environment('gate').branchPolicies.push({ id: 1, name: '*', type: 'branch' }),
    /ブランチやタグ \* から/,
  ],
  [
    'a tag of that name',
    () => github.world.environment('gate').branchPolicies.splice(0, 1, { id: 1, name: 'main', type: 'tag' }),
    /ブランチに main がありません/,
  ],
  [
    'a timer',
    () => Object.assign(github.world.environment('gate').settings, { wait_timer: 30 }),
    /コードにない制限 wait_timer/,
  ],
  ['a key removed', () => github.world.environment('gate').secrets.splice(0), /秘密「GATE_KEY」/],
  [
    'another App in a variable',
    () => Object.assign(github.world.environment('ledger').variables.get('GATE_APP_ID')!, { value: '15368' }),
    /変数「GATE_APP_ID」が "15368"/,
  ],
  ['forking', () => Object.assign(github.world.state.settings, { allow_forking: true }), /allow_forking が true/],
  [
    'merge commits',
    () => Object.assign(github.world.state.settings, { allow_merge_commit: true }),
    /allow_merge_commit が true/,
  ],
  [
    'tokens that may write',
    () => Object.assign(github.world.state, { workflowPermissions: { write: true, approve: false } }),
    /default_workflow_permissions が "write"/,
  ],
  [
    'a policy for other workflows',
    () => github.world.state.executionPolicies.push({ ...github.world.state.executionPolicies[0]!, id: 1, name: 'x' }),
    /コードにないワークフローの実行方針「x」/,
  ],
  [
    'a policy for more events',
    () =>
      Object.assign(github.world.state.executionPolicies[0]!, {
        content: {
          ...github.world.state.executionPolicies[0]!.content,
          conditions: { workflow_path: { include: ['~ALL'], exclude: [] } },
        },
      }),
    /workflow_path/,
  ],
  [
    'owners that nobody knows',
    () =>
      github.world.state.codeownersErrors.push({
        line: 3,
        column: 1,
        kind: 'Unknown owner',
        message: 'Unknown owner',
        path: '.github/CODEOWNERS',
      }),
    /CODEOWNERS の3行目/,
  ],
  [
    'a team that may only read',
    () => Object.assign(github.world.state.teams.get('dx')!, { permission: 'pull' }),
    /チーム「dx」に、このリポジトリへの push/,
  ],
  [
    'an App with a further permission',
    () => Object.assign(github.world.app('shinsa-gate').permissions as object, { workflows: 'write' }),
    /要らない権限 workflows: write/,
  ],
  ['a label removed', () => github.world.state.labels.delete('却下'), /ラベル「却下」がありません/],
  ['a team renamed', () => github.world.state.teams.delete('dx'), /チーム「dx」が見つかりません/],
])('%s', async (_, change, says) => {
  change()
  expect((await messages()).join('\n')).toMatch(says)
})

test('what can be changed is changed back', async () => {
  Object.assign(ruleset('main'), {
    enforcement: 'disabled',
    bypass_actors: [{ actor_type: 'OrganizationAdmin', actor_id: null }],
  })
  Object.assign(github.world.environment('gate'), { settings: { wait_timer: 3 } })
  github.world.environment('gate').branchPolicies.push({ id: 1, name: '*', type: 'branch' })
  Object.assign(github.world.state.executionPolicies[0]!, { content: { enforcement: 'disabled', rules: [] } })
  Object.assign(github.world.environment('ledger').variables.get('GATE_APP_ID')!, { value: '15368' })
  expect((await applyAll(targetOf(github))).left).toEqual([])
  expect(await messages()).toEqual([])
})

test('a token that may not see who may bypass is no proof: red', async () => {
  const app = github.world.app('shinsa-settings')
  const weak = github.world.tokenWith(app, { ...wanted.apps.settings!, administration: 'read' } as never)
  const found = await findDifferences(targetOf(github, weak))
  expect(found.map(({ kind }) => kind)).toEqual(Array(found.length).fill('unreadable'))
  expect(found.map(({ message }) => message).join('\n')).toMatch(/「main」の bypass_actors が見えません/)
  expect(found.map(({ message }) => message).join('\n')).toMatch(/実行方針を読めません/)
})

test('the App of the daily check sees everything with the permissions it is given', async () => {
  const { token } = github.world.app('shinsa-settings')
  expect(await messages(token)).toEqual([])
  github.world.state.rulesets.splice(0)
  expect(await messages(token)).toEqual(wanted.rulesets.map(({ name }) => `ruleset「${name}」がありません。`))
})

test('one issue while anything differs; closed afterwards; markers of others mean nothing', async () => {
  const writer = clientOf(github, github.world.app('github-actions').token)
  const open = () => github.world.issues().filter(({ state }) => state === 'open')
  const spoof = github.world.issue({
    by: github.world.user('hanako'),
    title: 'x',
    body: '<!-- shinsa:settings-drift -->',
  })
  const before = open().length
  Object.assign(ruleset('main'), { enforcement: 'disabled' })
  const first = await findDifferences(targetOf(github))
  await tellOfDrift(writer, repository, first)
  await tellOfDrift(writer, repository, first)
  expect(open()).toHaveLength(before + 1)
  Object.assign(github.world.state.settings, { allow_merge_commit: true })
  await tellOfDrift(writer, repository, await findDifferences(targetOf(github)))
  expect(open().at(-1)?.body).toContain('allow_merge_commit')
  await tellOfDrift(writer, repository, [])
  expect(open().map(({ number }) => number)).toContain(spoof.number)
  expect(open()).toHaveLength(before)
})
