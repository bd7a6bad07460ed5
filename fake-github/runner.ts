import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fullName } from './answers/shown.ts'
import type { JsonObject } from './json.ts'
import type { FakeGitHub } from './start.ts'

export type RunnerOptions = {
  readonly event: string
  readonly payload: JsonObject
  /** The commit the workflow runs at; the tip of the default branch unless told. */
  readonly sha?: string
  /** Inputs of the action, by the names action.yml gives them. */
  readonly inputs?: { readonly [name: string]: string }
}
export type Runner = {
  readonly env: { readonly [name: string]: string }
  readonly summary: () => string
  readonly output: () => string
  readonly remove: () => void
}

/** The environment a runner gives an action, with its files in a temporary folder. */
export function createRunner({ world, url, graphqlUrl }: FakeGitHub, options: RunnerOptions): Runner {
  const { event, payload, inputs = {} } = options
  const { state } = world
  const folder = mkdtempSync(join(tmpdir(), 'runner-'))
  const file = (name: string, content = ''): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const summary = file('summary.md')
  const output = file('output')
  const given = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ])
  const env = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: graphqlUrl,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: fullName(state),
    GITHUB_REPOSITORY_OWNER: state.owner.login,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
    GITHUB_REF: `refs/heads/${state.defaultBranch}`,
    GITHUB_SHA: options.sha ?? world.tip(state.defaultBranch),
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: output,
    GITHUB_ENV: file('env'),
    GITHUB_STATE: file('state'),
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    RUNNER_TEMP: folder,
    ...Object.fromEntries(given),
  }
  return {
    env,
    summary: () => readFileSync(summary, 'utf8'),
    output: () => readFileSync(output, 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
