import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type FakeGitHub, startFakeGitHub } from '../../fake-github/start.ts'
import type { App, PullRequest } from '../../fake-github/world/state.ts'
import { approvalCheck, gateCheck } from '../../src/gate/check-names.ts'
import type { RecordFile } from '../../src/ledger/record.ts'
import { verifyChain } from '../../src/ledger/verify.ts'
import { life, lifeFile } from '../../src/testing/life.ts'
import { judgeThen } from '../ledger/judge-then.ts'
import { openObjects } from '../ledger/main-line.ts'
import { type Recorded, record } from '../ledger/record.ts'
import type { Settings } from '../ledger/settings.ts'
import { temporaryFolder } from './repository.ts'

/** An office with a gate and a ledger, as they would be set up. */
export type Office = Awaited<ReturnType<typeof openOffice>>

export async function openOffice(files: Record<string, string> = {}) {
  const github = await startFakeGitHub({ files: { 'README.md': '台帳\n', 'settings/main.json': '{}\n', ...files } })
  const { world } = github
  const gate = world.app('shinsa-gate')
  const ledger = world.app('shinsa-ledger')
  const [hanako, jiro, saburo, shiro] = ['hanako', 'jiro', 'saburo', 'shiro'].map((login) => world.user(login)) as [
    ReturnType<typeof world.user>,
    ReturnType<typeof world.user>,
    ReturnType<typeof world.user>,
    ReturnType<typeof world.user>,
  ]
  world.team('joho-seisaku', [jiro])
  world.team('kiban', [saburo, shiro])
  world.protectMain({ checks: [gateCheck, approvalCheck].map((name) => ({ name, app: gate })) })
  protectLedger(github, ledger)
  const settings: Settings = {
    token: ledger.token,
    repository: 'example-city/shinsa',
    apiUrl: github.url,
    gateAppId: gate.id,
    ledgerAppId: ledger.id,
    teams: { policy: 'joho-seisaku', engine: 'kiban' },
    botIds: [],
  }
  return { github, world, gate, ledger, hanako, jiro, saburo, shiro, settings }
}

function protectLedger({ world }: FakeGitHub, ledger: App): void {
  const conditions = { ref_name: { include: ['refs/heads/ledger'], exclude: [] } }
  const bypass = [{ actor_id: ledger.id, actor_type: 'Integration', bypass_mode: 'always' }]
  const rules = (...types: string[]) => types.map((type) => ({ type }))
  const active = { enforcement: 'active', conditions }
  world.addRuleset({ ...active, name: 'ledger-writer', bypass_actors: bypass, rules: rules('creation', 'update') })
  world.addRuleset({
    ...active,
    name: 'ledger-forever',
    rules: rules('deletion', 'non_fast_forward', 'required_linear_history'),
  })
}

/** A pull request that sets files, on a branch of its own. */
export function propose({ world, hanako }: Office, branch: string, files: Record<string, string>): PullRequest {
  world.commit(branch, { author: hanako, files })
  return world.openPullRequest({ author: hanako, head: branch, title: branch })
}

/** As a section hands in the next step in the life of a use. */
export const proposeStep = (office: Office, step: number): PullRequest =>
  propose(office, `step-${step}`, { [lifeFile]: life[step]!.text })

/** What the gate says when all is well. */
export function passGate({ world, gate }: Office, pull: PullRequest): void {
  for (const name of [gateCheck, approvalCheck])
    world.checkRun({ app: gate, sha: pull.headSha, name, conclusion: 'success', externalId: 'digest' })
}

export function permit(office: Office, pull: PullRequest, body = ''): string {
  const { world, jiro } = office
  world.review(pull, { by: jiro, body })
  passGate(office, pull)
  return world.merge(pull, { by: jiro })
}

export type Conditions = {
  /** Milliseconds for one answer. */
  patience?: number
  /** A checkout that is kept; else a fresh one is made. */
  folder?: string
}

/** Runs the workflow on a checkout of main. */
export async function recordNow(office: Office, { patience = 2000, folder }: Conditions = {}): Promise<Recorded> {
  const { world, settings } = office
  const [bare, fresh] = [temporaryFolder(), temporaryFolder()]
  try {
    const repository = openObjects(folder ?? checkOut(office, bare, fresh))
    const { connectTo } = await connection(office)
    return await record({
      client: connectTo({ ...settings, patience, pause: 1 }),
      settings,
      repository,
      judge: (step) => judgeThen(repository, step),
      now: Date.parse(world.now),
    })
  } finally {
    for (const one of [bare, fresh]) rmSync(one, { recursive: true, force: true })
  }
}

export function checkOut({ world }: Office, bare: string, folder: string): string {
  world.exportTo(bare)
  const target = join(folder, 'checkout')
  execFileSync('git', ['clone', '--quiet', bare, target], { stdio: 'pipe' })
  return target
}

/** The client reads its addresses when it is first imported. */
function connection({ github }: Office) {
  process.env.GITHUB_API_URL = github.url
  process.env.GITHUB_GRAPHQL_URL = github.graphqlUrl
  return import('../github/client.ts')
}

/** The ledger as it stands on the branch. */
export function ledgerOf({ world }: Office): ReturnType<typeof verifyChain> {
  if (!world.hasBranch('ledger')) return { chain: [], faults: [] }
  const files = world.paths('ledger').map((path): RecordFile => {
    return { path, bytes: Buffer.from(world.file('ledger', path)!) }
  })
  return verifyChain(files)
}
