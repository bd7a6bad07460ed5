import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RulesetContent } from '../fake-github/world/settings.ts'
import type { Permissions, PullRequest } from '../fake-github/world/state.ts'
import { policies } from '../policies/index.ts'
import { sheets } from '../policies/sheets.ts'
import { departments } from '../policies/tables.ts'
import { connectTo } from '../scripts/github/client.ts'
import { type Received, receive } from '../scripts/github/intake.ts'
import { ledgerOf, type Office, recordNow } from '../scripts/testing/office.ts'
import { shinsa, temporaryFolder } from '../scripts/testing/repository.ts'
import type { LedgerRecord } from '../src/ledger/record.ts'
import { forms } from '../src/testing/intake.ts'
import { type Story, startStory } from './gate/story.ts'

/** Gate, desk and ledger on one GitHub, with the rulesets and the permissions of their Apps as `settings/` has them. */
export type Ward = Awaited<ReturnType<typeof openWard>>

const setting = (name: string): string => readFileSync(`settings/${name}.json`, 'utf8')

export async function openWard(files: Record<string, string> = {}, options: { enterprise?: boolean } = {}) {
  const story = await startStory(files, options)
  const { world } = story
  const goro = world.user('goro')
  world.team('joho-seisaku', [goro])
  const office = officeOf(story)
  protect(story, office)
  const tell = deskOf(story)
  const ward = {
    ...story,
    goro,
    /** The desk takes in an issue. */
    tell,
    /** Somebody merges: every other check of the ruleset has passed. */
    merge(pull: PullRequest, by = story.jiro): string {
      const ci = world.app('github-actions')
      world.checkRun({ app: ci, sha: pull.headSha, name: 'ci-ok', conclusion: 'success' })
      return world.merge(pull, { by })
    },
    /** The ledger is brought up to main; what it wrote last. */
    async record(): Promise<LedgerRecord> {
      await recordNow(office)
      return ledgerOf(office).chain.at(-1)!.record
    },
    /** What the ledger has told on a pull request or an issue. */
    told: (on: { number: number }): string[] =>
      world
        .comments(on)
        .filter(({ app }) => app?.id === office.ledger.id)
        .map(({ body }) => body),
    /** `ledger …` over all that anybody can clone; each text is a saved mail or comment. */
    ask: (args: readonly string[], witnesses: readonly string[] = []) => askLedger(story, args, witnesses),
  }
  await ward.record()
  return ward
}

function officeOf({ github, world, app: gate, bot, hanako, jiro, saburo, shiro }: Story): Office {
  const ledger = world.app('shinsa-ledger')
  const settings = {
    token: ledger.token,
    repository: 'example-city/shinsa',
    apiUrl: github.url,
    gateAppId: gate.id,
    ledgerAppId: ledger.id,
    teams: { policy: 'joho-seisaku', engine: 'kiban' },
    botIds: [bot.bot.id],
  }
  return { github, world, gate, ledger, hanako, jiro, saburo, shiro, settings }
}

function protect({ world, app: gate, bot: intake }: Story, { ledger }: Office): void {
  const apps = { gate, ledger, intake }
  const permissions = JSON.parse(setting('apps')) as Record<keyof typeof apps, Permissions>
  for (const [name, app] of Object.entries(apps)) {
    const own = { metadata: 'read', ...permissions[name as keyof typeof apps] } as Permissions
    world.grantToken(app.token, { kind: 'app', account: app.bot, app: { ...app, permissions: own } })
  }
  const numbers = new Map<string, number>([
    ...Object.entries(apps).map(([name, { id }]) => [`app:${name}`, id] as const),
    ...[...world.state.teams.values()].map(({ slug, id }) => [`team:${slug}`, id] as const),
  ])
  const numbered = (_: string, value: unknown): unknown => numbers.get(value as string) ?? value
  for (const name of ['main', 'ledger-writer', 'ledger-forever'])
    world.addRuleset(JSON.parse(setting(name), numbered) as RulesetContent)
}

function deskOf({ github, bot }: Story): (issue: { number: number }) => Promise<Received> {
  const { token, id: appId } = bot
  const repository = 'example-city/shinsa'
  const client = connectTo({ token, repository, apiUrl: github.url, patience: 2000, pause: 1 })
  const desk = { policies, sheets, departments: departments.departments }
  return ({ number }) => receive(client, { number, appId, forms, desk })
}

async function askLedger({ world }: Story, args: readonly string[], witnesses: readonly string[]) {
  const folder = temporaryFolder()
  try {
    const bare = join(folder, 'register.git')
    world.exportTo(bare)
    const given = witnesses.flatMap((text, index) => {
      const saved = join(folder, `witness-${index}.txt`)
      writeFileSync(saved, text)
      return ['--witness', saved]
    })
    const { status, output, complaint } = await shinsa(bare, 'ledger', ...args, ...given, '--format', 'json')
    return { status, complaint, ...(output === '' ? {} : JSON.parse(output)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
