import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { requestFaults } from '../../fake-github/contract.ts'
import { findRoute } from '../../fake-github/routes.ts'
import { type FakeGitHub, startFakeGitHub } from '../../fake-github/start.ts'
import { approvalCheck, gateCheck } from '../../src/gate/check-names.ts'
import { rejectedLabel } from '../../src/ledger/notice.ts'
import { driftIssue } from '../../src/reporters/settings.ts'
import { resolveNames } from '../../src/settings/names.ts'
import { isObject } from '../../src/settings/normalise.ts'
import type { Json } from '../../src/settings/types.ts'
import { prepare, putKeys, repository, targetOf, wanted } from '../testing/settings.ts'
import { refusalOf } from './refusal.ts'
import { applyAll, findDifferences, plan } from './setup.ts'

let github: FakeGitHub
beforeEach(async () => {
  github = await startFakeGitHub({ files: { 'services/koho/a.yml': 'name: あ\n' } })
})
afterEach(() => github.close())

const target = () => targetOf(github)
const writes = () => github.requests.filter((request) => request.writes).length

describe('setup', () => {
  test('a plan writes nothing, and names what people have to do', async () => {
    const { changes, held, byHand } = await plan(target())
    expect(writes()).toBe(0)
    expect(changes.map(({ title }) => title)).toContain('ruleset「ledger-forever」')
    expect(held.join()).toMatch(/チーム「kiban」.*ruleset「main」はまだ作れず/)
    expect(byHand.join()).toMatch(/チーム「dx」が見つかりません.*App「shinsa-gate」が見つかりません.*秘密「GATE_KEY」/)
  })

  test('applied twice: the second run changes nothing, and nothing is left but the keys', async () => {
    prepare(github)
    const first = await applyAll(target())
    expect({ held: first.held, left: first.left }).toEqual({ held: [], left: [] })
    expect(first.byHand).toHaveLength(4)
    expect(first.changes.at(-1)?.title).toBe('ruleset「main」')
    putKeys(github)
    const before = writes()
    const second = await applyAll(target())
    expect(second).toEqual({ changes: [], held: [], byHand: [], left: [] })
    expect(writes()).toBe(before)
    expect(await findDifferences(target())).toEqual([])
  })

  test('main is not protected by checks that nobody has published yet', async () => {
    prepare(github)
    github.world.state.checkRuns.splice(0)
    const { held } = await applyAll(target())
    expect(held.join()).toContain('検査（審査/policy-gate、審査/承認、ci-ok）が一度も出ていないため')
    expect(github.world.state.rulesets.map(({ name }) => name)).toEqual(['ledger-writer', 'ledger-forever', 'push'])
  })

  test('a public repository has no rules on pushes, and may be forked', async () => {
    const open = await startFakeGitHub({ files: {}, private: false })
    const { changes } = await plan(targetOf(open))
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
    const there = targetOf(server)
    await applyAll(there)
    expect((await plan(there)).changes).toEqual([])
    await server.close()
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
    prepare(github)
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
    prepare(github)
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
    prepare(github)
  }
})

describe('the files', () => {
  const templates = '.github/ISSUE_TEMPLATE'
  const workflows = '.github/workflows'

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
    for (const label of wanted.labels) expect(faultsOf('POST', '/repos/a/b/labels', label)).toEqual([])
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

  test('every label that a form or a decision needs is among those that are made', () => {
    const names = wanted.labels.map(({ name }) => name)
    const forms = readdirSync(templates)
      .map((file) => parse(readFileSync(`${templates}/${file}`, 'utf8')) as { labels?: string[] })
      .flatMap(({ labels = [] }) => labels)
    expect(forms).not.toEqual([])
    expect(names).toEqual(expect.arrayContaining([rejectedLabel, ...forms]))
    for (const { name, color, description } of wanted.labels) {
      expect(`${name} ${color}`).toMatch(/^\S+ [0-9a-f]{6}$/)
      // GitHub refuses longer ones
      expect([...description].length).toBeLessThanOrEqual(100)
    }
  })

  test.each(Object.entries(wanted.apps))('the workflow of the App %s asks for what the App has', (app, permissions) => {
    const asking = readdirSync(workflows)
      .map((file) => readFileSync(`${workflows}/${file}`, 'utf8'))
      .filter((text) => text.includes(`secrets.${app.toUpperCase()}_KEY`))
    expect(asking).toHaveLength(1)
    const asked = [...asking[0]!.matchAll(/permission-([a-z-]+): (\w+)/g)]
    expect(Object.fromEntries(asked.map(([, name, level]) => [name!.replaceAll('-', '_'), level]))).toEqual(permissions)
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
