import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { vi } from 'vitest'
import { stringify } from 'yaml'
import type { JsonObject } from '../../fake-github/json.ts'
import type { RequestRecord } from '../../fake-github/listener.ts'
import { createRunner } from '../../fake-github/runner.ts'
import { type FakeGitHub, startFakeGitHub } from '../../fake-github/start.ts'
import type { App, PullRequest } from '../../fake-github/world/state.ts'
import type { World } from '../../fake-github/world/world.ts'
import { examinerHere } from '../../scripts/gate/examiner.ts'
import type { Inputs } from '../../scripts/gate/inputs.ts'
import { runGate } from '../../scripts/gate/run.ts'
import { connectTo } from '../../scripts/github/client.ts'
import { approvalCheck, gateCheck } from '../../src/gate/check-names.ts'
import type { Fault } from '../../src/gate/types.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import type { Difference } from '../../src/testing/cases.ts'

/** A service file that nothing is said about, but for a difference. */
export const serviceText = (difference: Difference = {}): string =>
  stringify(differing(blameless, difference), { lineWidth: 0 })

export const file = 'services/soumu/iken.yml'

/** Asks two questions of a reviewer, whatever else it holds. */
export const questionable: Difference = {
  application: { informatizationPlan: { number: null, decision: 'pending', date: null } },
  contract: { concluded: null },
}

export type Ending = { status: number; output: string; summary: string; requests: RequestRecord[] }
export type RunOptions = {
  event?: string
  payload?: JsonObject
  inputs?: Record<string, string>
  /** The commit of main that the runner checked out. */
  sha?: string
  /** Changes what the runner gives. */
  env?: Record<string, string>
}

export type Story = Awaited<ReturnType<typeof startStory>>
type Place = { github: FakeGitHub; folder: string; app: App; bot: App; workspaceAt: (sha: string) => Promise<string> }

/** A ward with a register, a reviewer, somebody who applies, and the gate as a runner starts it. */
export async function startStory(files: Record<string, string> = {}, options: { enterprise?: boolean } = {}) {
  const github = await startFakeGitHub({
    ...options,
    files: { 'services/koho/video.yml': serviceText(), 'policies/a.yml': 'a: 1\n', 'src/a.ts': '', ...files },
  })
  const { world } = github
  const people = peopleOf(world)
  const place = placeOf(github)
  const { app, bot, folder } = place
  return {
    github,
    world,
    app,
    bot,
    ...people,
    /** Opens a pull request with these files on a branch of its own. */
    open(changes: Parameters<World['commit']>[1]['files'], branch = 'change', author = people.hanako): PullRequest {
      world.commit(branch, { author, files: changes })
      return world.openPullRequest({ author, head: branch, title: '新しい利用' })
    },
    /** One run of the action, as a process. */
    run: (pull: PullRequest, options: RunOptions = {}): Promise<Ending> => runBundle(place, pull, options),
    /** The same in this process: faster, but nothing of the bundle is tested. */
    runHere: (pull: PullRequest, options: { head?: string | null; patience?: number } = {}) =>
      runHere(place, pull, { head: pull.headSha, patience: 5000, ...options }),
    /** What the two checks say at the head. */
    checks: (pull: PullRequest) => [gateCheck, approvalCheck].map((name) => stateOf(world.check(pull, name))),
    titles: (pull: PullRequest) => [gateCheck, approvalCheck].map((name) => world.check(pull, name)?.title ?? ''),
    comments: (pull: PullRequest) => world.comments(pull).filter(({ author }) => author === app.bot),
    text: (pull: PullRequest): string => world.comments(pull).findLast(({ author }) => author === app.bot)?.body ?? '',
    /** The keys of the 判断票, as the reviewer finds them. */
    keys(pull: PullRequest): string[] {
      const keys = Array.from(this.text(pull).matchAll(/\/判断 ([0-9a-f]{8,})/g), ([, key]) => key as string)
      return [...new Set(keys)]
    },
    async end() {
      rmSync(folder, { recursive: true, force: true })
      rmSync(summaryHere, { force: true })
      await github.close()
    },
  }
}

function peopleOf(world: World) {
  const [hanako, jiro, saburo, shiro] = [
    world.user('hanako'),
    world.user('jiro'),
    world.user('saburo'),
    world.user('shiro'),
  ]
  world.team('joho-seisaku', [jiro])
  world.team('kiban', [saburo, shiro])
  return { hanako, jiro, saburo, shiro }
}

function placeOf(github: FakeGitHub): Place {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'))
  const workspaces = new Map<string, Promise<string>>()
  const workspaceAt = (sha: string): Promise<string> => {
    const known = workspaces.get(sha) ?? checkOut(github, folder, sha)
    workspaces.set(sha, known)
    return known
  }
  const { world } = github
  // The second one turns issues into applications.
  return { github, folder, workspaceAt, app: world.app('shinsa-gate'), bot: world.app('shinsa-desk') }
}

async function runBundle({ github, app, workspaceAt }: Place, pull: PullRequest, options: RunOptions): Promise<Ending> {
  const sha = options.sha ?? github.world.tip('main')
  const runner = createRunner(github, {
    event: options.event ?? 'pull_request_target',
    payload: options.payload ?? github.payloads.pullRequest(pull, 'synchronize'),
    sha,
    inputs: { ...usual(app), ...options.inputs },
  })
  const start = github.requests.length
  const env = { ...runner.env, GITHUB_WORKSPACE: await workspaceAt(sha), ...options.env }
  const { status, output } = await startBundle(env)
  const ending = { status, output, summary: runner.summary(), requests: github.requests.slice(start) }
  runner.remove()
  return ending
}

/** The library remembers the first path that it is given. */
const summaryHere = join(tmpdir(), `gate-summary-${process.pid}.md`)

type HereOptions = { head: string | null; patience: number }

async function runHere(place: Place, pull: PullRequest, { head, patience }: HereOptions): Promise<Fault | null> {
  const { github, app, bot, workspaceAt } = place
  const sha = github.world.tip('main')
  writeFileSync(summaryHere, '')
  process.env.GITHUB_STEP_SUMMARY = summaryHere
  const inputs: Inputs = {
    token: app.token,
    appId: app.id,
    policyTeam: 'joho-seisaku',
    engineTeam: 'kiban',
    botIds: new Set([bot.bot.id]),
    asked: { number: pull.number, head },
    repository: 'example-city/shinsa',
    apiUrl: github.url,
    serverUrl: 'https://github.com',
    workspace: await workspaceAt(sha),
    site: null,
    running: sha,
    patience,
    pause: 1,
    examination: 60_000,
  }
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    return await runGate(connectTo(inputs), inputs, examinerHere)
  } finally {
    write.mockRestore()
  }
}

const stateOf = (run: { status: string; conclusion: string | null } | undefined): string | null | undefined =>
  run === undefined || run.status === 'completed' ? run?.conclusion : run.status

const usual = (app: { id: number; token: string }): Record<string, string> => ({
  token: app.token,
  'app-id': String(app.id),
  'policy-team': 'joho-seisaku',
  'engine-team': 'kiban',
  'call-seconds': '5',
  'pause-seconds': '0.01',
  'examination-seconds': '60',
})

export const answers = (keys: readonly string[], verdict = '可'): string =>
  keys.map((key) => `/判断 ${key} ${verdict} 担当課に聞き取り、支障がないことを確かめた。`).join('\n')

const git = promisify(execFile)

async function checkOut(github: FakeGitHub, folder: string, sha: string): Promise<string> {
  const [bare, workspace] = [join(folder, `${sha}.git`), join(folder, sha)]
  github.world.exportTo(bare)
  await git('git', ['clone', '--quiet', '--no-hardlinks', bare, workspace])
  await git('git', ['checkout', '--quiet', sha], { cwd: workspace })
  return workspace
}

function startBundle(env: Record<string, string>): Promise<{ status: number; output: string }> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['actions/gate/dist/gate.js'], { env: { PATH, HOME, ...env } })
  let output = ''
  const gather = (chunk: Buffer) => {
    output += String(chunk)
  }
  child.stdout.on('data', gather)
  child.stderr.on('data', gather)
  return new Promise((resolve) => child.on('close', (status) => resolve({ status: status ?? -1, output })))
}
