import type { FakeGitHub } from '../../fake-github/start.ts'
import { approvalCheck, gateCheck } from '../../src/gate/check-names.ts'
import { type Client, connectTo } from '../github/client.ts'
import { readSettings } from '../settings/read.ts'
import type { Target } from '../settings/setup.ts'

export const repository = 'example-city/shinsa'
export const wanted = readSettings()

export const clientOf = ({ url }: FakeGitHub, token: string): Client =>
  connectTo({ token, repository, apiUrl: url, patience: 10_000, pause: 1 })

const adminOf = ({ world }: FakeGitHub): string => world.tokenOf(world.user('kanri', { role: 'admin' }))

/** The setup of the example city, which calls its teams and Apps as it likes. */
export const targetOf = (github: FakeGitHub, token = adminOf(github)): Target => ({
  client: clientOf(github, token),
  wanted,
  teams: { kiban: 'dx' },
  apps: { gate: 'shinsa-gate', ledger: 'shinsa-ledger', intake: 'shinsa-intake', settings: 'shinsa-settings' },
})

/** What people have to do before the setup can do everything. */
export function prepare({ world }: FakeGitHub): void {
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

export function putKeys({ world }: FakeGitHub): void {
  for (const { name, secrets } of wanted.environments) world.environment(name).secrets.push(...secrets)
}
