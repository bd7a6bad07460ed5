import { readFileSync } from 'node:fs'
import { getInput } from '@actions/core'
import { type Asked, askedBy } from '../../src/gate/events.ts'
import { siteAddress, wrongAddress } from '../../src/site-address.ts'

export type Inputs = {
  token: string
  appId: number
  /** Team slugs of the organization that owns the repository. */
  policyTeam: string
  engineTeam: string
  /** Accounts of our Apps that write applications for people. */
  botIds: ReadonlySet<number>
  asked: Asked | null
  repository: string
  apiUrl: string
  serverUrl: string
  workspace: string
  /** Where the site is published: the comment links to its rules. */
  site: string | null
  /** The commit of main whose code runs here. */
  running: string
  /** Milliseconds: of one call, before its repetition, of the whole examination. */
  patience: number
  pause: number
  examination: number
}

/** A value that is missing or makes no sense: nothing can be judged with it. */
export class InputError extends Error {}

export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const event = env.GITHUB_EVENT_NAME ?? ''
  const pr = getInput('pr')
  return {
    token: required('token', getInput('token')),
    appId: wholeNumber('app-id', getInput('app-id')),
    policyTeam: required('policy-team', getInput('policy-team')),
    engineTeam: required('engine-team', getInput('engine-team')),
    botIds: new Set(
      getInput('bot-ids')
        .split(/[\s,]+/)
        .filter((id) => id !== '')
        .map((id) => wholeNumber('bot-ids', id)),
    ),
    asked: pr === '' ? askedBy(event, payloadOf(env)) : { number: wholeNumber('pr', pr), head: null },
    repository: required('GITHUB_REPOSITORY', env.GITHUB_REPOSITORY),
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
    workspace: required('GITHUB_WORKSPACE', env.GITHUB_WORKSPACE),
    site: publishedSite(getInput('site-address')),
    running: required('GITHUB_SHA', env.GITHUB_SHA),
    patience: seconds('call-seconds', '30'),
    pause: seconds('pause-seconds', '1'),
    examination: seconds('examination-seconds', '120'),
  }
}

function publishedSite(written: string): string | null {
  const address = siteAddress(written)
  if (address === undefined) throw new InputError(wrongAddress)
  return address
}

function payloadOf({ GITHUB_EVENT_PATH: path }: NodeJS.ProcessEnv): unknown {
  try {
    return path === undefined || path === '' ? null : JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new InputError('イベントの内容を読み取れません。')
  }
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new InputError(`${name} が指定されていません。`)
  return value
}

function wholeNumber(name: string, value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InputError(`${name} が番号ではありません。`)
  return Number(value)
}

function seconds(name: string, usual: string): number {
  const value = Number(getInput(name) || usual)
  if (!(value > 0 && value <= 600)) throw new InputError(`${name} が秒数ではありません。`)
  return Math.ceil(value * 1000)
}
