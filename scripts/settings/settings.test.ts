import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requestFaults } from '../../fake-github/contract.ts'
import { findRoute } from '../../fake-github/routes.ts'
import { type FakeGitHub, startFakeGitHub } from '../../fake-github/start.ts'
import { approvalCheck, gateCheck } from '../../src/gate/check-names.ts'
import { driftIssue } from '../../src/reporters/settings.ts'
import { resolveNames } from '../../src/settings/names.ts'
import { isObject } from '../../src/settings/normalise.ts'
import type { Json } from '../../src/settings/types.ts'
import { connectTo } from '../github/client.ts'
import { tellOfDrift } from './issue.ts'
import { readSettings } from './read.ts'
import { refusalOf } from './refusal.ts'
import { applyAll, findDifferences, plan, type Target } from './setup.ts'

const repository = 'example-city/shinsa'
const wanted = readSettings()
let github: FakeGitHub
beforeEach(async () => {
  github = await startFakeGitHub({ files: { 'services/koho/a.yml': 'name: あ\n' } })
})
afterEach(() => github.close())

const client = (token: string) => connectTo({ token, repository, apiUrl: github.url, patience: 10_000, pause: 1 })
const admin = () => github.world.tokenOf(github.world.user('kanri', { role: 'admin' }))
const target = (token = admin()): Target => ({
  client: client(token),
  wanted,
  teams: { kiban: 'dx' },
  apps: { gate: 'shinsa-gate', ledger: 'shinsa-ledger', intake: 'shinsa-intake', settings: 'shinsa-settings' },
})

/** What people have to do before the setup can do everything. */
function prepare(): void {
  const { world } = github
  for (const [name, permissions] of Object.entries(wanted.apps))
    world.app(`shinsa-${name}`, { permissions: { ...permissions } as never })
  world.team('dx', [world.user('kiban-taro')])
  world.team('joho-seisaku', [world.user('joho-jiro')])
  const sha = world.commit('trial', { author: world.user('hanako'), files: { a: '1' } })
  world.openPullRequest({ author: world.user('hanako'), head: 'trial' })
  for (const name of [gateCheck, approvalCheck])
    world.checkRun({ app: world.app('shinsa-gate'), sha, name, conclusion: 'success' })
  world.checkRun({ app: world.app('github-actions'), sha, name: 'ci-ok', conclusion: 'success' })
}

function putKeys(): void {
  for (const { name, secrets } of wanted.environments) github.world.environment(name).secrets.push(...secrets)
}

const writes = () => github.requests.filter((request) => request.writes).length
const messages = async (token?: string) => (await findDifferences(target(token))).map(({ message }) => message)

describe('setup', () => {
  test('a plan writes nothing, and names what people have to do', async () => {
    const { changes, held, byHand } = await plan(target())
    expect(writes()).toBe(0)
    expect(changes.map(({ title }) => title)).toContain('ruleset「ledger-forever」')
    expect(held.join()).toMatch(/チーム「kiban」.*ruleset「main」はまだ作れず/)
    expect(byHand.join()).toMatch(/チーム「dx」が見つかりません.*App「shinsa-gate」が見つかりません.*秘密「GATE_KEY」/)
  })

  test('applied twice: the second run changes nothing, and nothing is left but the keys', async () => {
    prepare()
    const first = await applyAll(target())
    expect({ held: first.held, left: first.left }).toEqual({ held: [], left: [] })
    expect(first.byHand).toHaveLength(4)
    expect(first.changes.at(-1)?.title).toBe('ruleset「main」')
    putKeys()
    const before = writes()
    const second = await applyAll(target())
    expect(second).toEqual({ changes: [], held: [], byHand: [], left: [] })
    expect(writes()).toBe(before)
    expect(await messages()).toEqual([])
  })

  test('main is not protected by checks that nobody has published yet', async () => {
    prepare()
    github.world.state.checkRuns.splice(0)
    const { held } = await applyAll(target())
    expect(held.join()).toContain('検査（審査/policy-gate、審査/承認、ci-ok）が一度も出ていないため')
    expect(github.world.state.rulesets.map(({ name }) => name)).toEqual(['ledger-writer', 'ledger-forever', 'push'])
  })

  test('a public repository has no rules on pushes, and may be forked', async () => {
    const open = await startFakeGitHub({ files: {}, private: false })
    const token = open.world.tokenOf(open.world.user('kanri', { role: 'admin' }))
    const { changes } = await plan({
      ...target(),
      client: connectTo({ token, repository, apiUrl: open.url, patience: 10_000, pause: 1 }),
    })
    expect(changes.map(({ title }) => title)).not.toContain('ruleset「push」')
    expect(
      changes
        .flatMap(({ differences }) => differences)
        .map(({ message }) => message)
        .join(),
    ).not.toMatch(/forking/)
    await open.close()
  })

  test('the same under the paths of GitHub Enterprise Server', async () => {
    const server = await startFakeGitHub({ files: {}, enterprise: true })
    const token = server.world.tokenOf(server.world.user('kanri', { role: 'admin' }))
    const there = {
      ...target(),
      client: connectTo({ token, repository, apiUrl: server.url, patience: 10_000, pause: 1 }),
    }
    await applyAll(there)
    expect((await plan(there)).changes).toEqual([])
    await server.close()
  })
})

describe('drift', () => {
  beforeEach(async () => {
    prepare()
    await applyAll(target())
    putKeys()
  })
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
      () =>
        github.world.state.executionPolicies.push({ ...github.world.state.executionPolicies[0]!, id: 1, name: 'x' }),
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
    ['a team renamed', () => github.world.state.teams.delete('dx'), /チーム「dx」が見つかりません/],
  ])('%s', async (_, change, says) => {
    expect(await messages()).toEqual([])
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
    expect((await applyAll(target())).left).toEqual([])
    expect(await messages()).toEqual([])
  })

  test('a token that may not see who may bypass is no proof: red', async () => {
    const app = github.world.app('shinsa-settings')
    const weak = github.world.tokenWith(app, { ...wanted.apps.settings!, administration: 'read' } as never)
    const found = await findDifferences(target(weak))
    expect(found.map(({ kind }) => kind)).toEqual(Array(found.length).fill('unreadable'))
    expect(found.map(({ message }) => message).join('\n')).toMatch(/「main」の bypass_actors が見えません/)
    expect(found.map(({ message }) => message).join('\n')).toMatch(/実行方針を読めません/)
  })

  test('the App of the daily check sees everything with the permissions it is given', async () => {
    expect(await messages(github.world.app('shinsa-settings').token)).toEqual([])
  })

  test('one issue while anything differs; closed afterwards; markers of others mean nothing', async () => {
    const writer = client(github.world.app('github-actions').token)
    const open = () => github.world.issues().filter(({ state }) => state === 'open')
    const spoof = github.world.issue({
      by: github.world.user('hanako'),
      title: 'x',
      body: '<!-- shinsa:settings-drift -->',
    })
    const before = open().length
    Object.assign(ruleset('main'), { enforcement: 'disabled' })
    const first = await findDifferences(target())
    await tellOfDrift(writer, repository, first)
    await tellOfDrift(writer, repository, first)
    expect(open()).toHaveLength(before + 1)
    Object.assign(github.world.state.settings, { allow_merge_commit: true })
    await tellOfDrift(writer, repository, await findDifferences(target()))
    expect(open().at(-1)?.body).toContain('allow_merge_commit')
    await tellOfDrift(writer, repository, [])
    expect(open().map(({ number }) => number)).toContain(spoof.number)
    expect(open()).toHaveLength(before)
  })
})

describe('faults', () => {
  const operationsOf = async (act: () => Promise<unknown>): Promise<string[]> => {
    const from = github.requests.length
    await act()
    return [...new Set(github.requests.slice(from).map(({ operation }) => operation))]
  }
  const refusal = (act: Promise<unknown>): Promise<string> =>
    act.then(
      () => '',
      (error: unknown) => (refusalOf(error) as Error).message,
    )
  const sentence = /^[^\n]*。$/

  test('at every kind of read: one sentence, and nothing is written', async () => {
    prepare()
    for (const operation of await operationsOf(() => plan(target()))) {
      // What is not there yet is not there, however badly GitHub says so
      const kinds = operation === 'repos/get-environment' ? ([401, 500] as const) : ([401, 500, 'malformed'] as const)
      for (const kind of kinds) {
        github.faults.add({ operation, kind })
        expect(await refusal(applyAll(target())), `${kind} at ${operation}`).toMatch(sentence)
        github.faults.clear()
      }
    }
    expect(writes()).toBe(0)
  }, 60_000)

  test('at every kind of write: one sentence, and the next run ends as if nothing had been', async () => {
    prepare()
    const operations = (await operationsOf(() => applyAll(target()))).filter((name) => /create|update|set/.test(name))
    const final = snapshot()
    for (const operation of operations)
      for (const fault of [{ kind: 422 }, { kind: 'timeout', done: true }] as const) {
        await reset()
        github.faults.add({ operation, ...fault })
        expect(await refusal(applyAll(target())), `${fault.kind} at ${operation}`).toMatch(sentence)
        github.faults.clear()
        expect((await applyAll(target())).left).toEqual([])
        expect(snapshot(), `${fault.kind} at ${operation}`).toEqual(final)
      }
  }, 120_000)

  const snapshot = () => {
    const { rulesets, environments, executionPolicies, settings, workflowPermissions } = github.world.state
    const text = JSON.stringify([
      rulesets.map(({ id: _, createdAt: _c, updatedAt: _u, ...rest }) => rest),
      environments.map(({ name, branchPolicies, variables }) => [
        name,
        branchPolicies.map((policy) => policy.name),
        [...variables.values()].map(({ value }) => value),
      ]),
      executionPolicies.map(({ content }) => content),
      settings,
      workflowPermissions,
    ])
    return JSON.parse(text) as unknown
  }
  const reset = async () => {
    await github.close()
    github = await startFakeGitHub({ files: { 'services/koho/a.yml': 'name: あ\n' } })
    prepare()
  }
})

describe('the files', () => {
  test('GitHub’s own description accepts them, and knows every name in them', () => {
    const names = {
      teams: Object.fromEntries(
        Object.keys(wanted.teams).map((team) => [team, { slug: team, id: 1, permission: 'push', visible: true }]),
      ),
      apps: Object.fromEntries(
        Object.keys(wanted.apps).map((app) => [app, { slug: app, id: 1, clientId: 'x', botId: 1, permissions: null }]),
      ),
    }
    const faultsOf = (method: string, path: string, body: Json) => {
      const { route, params } = findRoute(method, path)!
      return requestFaults(route, { params, query: {}, body: body as never })
    }
    for (const ruleset of wanted.rulesets)
      expect(faultsOf('POST', '/repos/a/b/rulesets', resolveNames(ruleset, names).value)).toEqual([])
    for (const policy of wanted.policies) expect(faultsOf('POST', '/repos/a/b/actions/policies', policy)).toEqual([])
    expect(faultsOf('PATCH', '/repos/a/b', wanted.repository)).toEqual([])
    expect(faultsOf('PUT', '/repos/a/b/actions/permissions/workflow', wanted.workflow)).toEqual([])
  })

  test('no name in a rule but those that are known: GitHub would silently ignore the others', () => {
    const known = new Set(
      `name target enforcement bypass_actors conditions rules ref_name include exclude type parameters actor_type actor_id
      bypass_mode allowed_merge_methods required_approving_review_count dismiss_stale_reviews_on_push
      require_code_owner_review require_last_push_approval required_review_thread_resolution dismissal_restriction enabled
      allowed_actors required_reviewers file_patterns minimum_approvals reviewer id strict_required_status_checks_policy
      do_not_enforce_on_create required_status_checks context integration_id restricted_file_paths max_file_size
      max_file_path_length`.split(/\s+/),
    )
    const namesIn = (value: Json): string[] => {
      if (Array.isArray(value)) return value.flatMap(namesIn)
      return isObject(value) ? Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]) : []
    }
    expect(wanted.rulesets.flatMap(namesIn).filter((name) => !known.has(name))).toEqual([])
  })

  test('the required checks are those that the gate publishes, byte for byte', () => {
    const text = JSON.stringify(wanted.rulesets)
    for (const name of [gateCheck, approvalCheck]) {
      expect(name).toBe(name.normalize('NFC'))
      expect(text).toContain(`{"context":"${name}","integration_id":"app:gate"}`)
    }
  })
})

test('the issue shows what others named as text only', () => {
  const text = driftIssue(repository, [{ about: '', kind: 'extra', message: 'x ``` @example-city/dx <img> #1。' }])
  expect(text).toContain('\n````text\nx ``` @example-city/dx <img> #1。\n````\n')
})
