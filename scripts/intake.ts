import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { policies } from '../policies/index.ts'
import { sheets } from '../policies/sheets.ts'
import { departments } from '../policies/tables.ts'
import { type Form, kinds, readForm } from '../src/intake/form.ts'
import type { Arguments } from './arguments.ts'
import { reasonOf } from './files.ts'
import { connectTo, GitHubFault } from './github/client.ts'
import { type IntakeOrder, type Received, receive } from './github/intake.ts'
import { UsageError } from './usage.ts'

/** Receives one issue; what is read and written goes through GitHub's API alone. */
export async function run({ paths: [written = ''] }: Arguments): Promise<number> {
  const env = process.env
  const pause = 1000
  const client = connectTo({
    token: required('INTAKE_TOKEN', env.INTAKE_TOKEN),
    repository: required('GITHUB_REPOSITORY', env.GITHUB_REPOSITORY),
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    patience: 30_000,
    pause,
  })
  const order: IntakeOrder = {
    number: wholeNumber('申請票の番号', written),
    appId: wholeNumber('INTAKE_APP_ID', env.INTAKE_APP_ID ?? ''),
    forms: formsIn(join('.github', 'ISSUE_TEMPLATE')),
    desk: { policies, sheets, departments: departments.departments },
  }
  const received = await again(() => receive(client, order), pause)
  process.stdout.write(`申請票 #${order.number}: ${words[received]}\n`)
  return 0
}

const words: Readonly<Record<Received, string>> = {
  ready: '申請を受け付けました。',
  missing: '足りないところを伝えました。',
  prohibited: '認められない利用であることを伝えました。',
  consultation: '相談を受け付けました。',
  edited: '申請が直接書き足されているため、反映しませんでした。',
  closed: '終わった申請なので、何もしませんでした。',
  ignored: '申請票ではないため、何もしませんでした。',
}

const attempts = 3

/** Whatever was done already is found the next time. */
async function again<Result>(work: () => Promise<Result>, pause: number): Promise<Result> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof GitHubFault) || attempt === attempts) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * attempt))
    }
}

function formsIn(folder: string): Form[] {
  try {
    return kinds.map((kind) => readForm(kind, readFileSync(join(folder, `${kind}.yml`), 'utf8')))
  } catch (error) {
    throw new UsageError(`${folder} の申請票を読めません: ${reasonOf(error)}。`)
  }
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`環境変数 ${name} がありません。`)
  return value
}

function wholeNumber(name: string, value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new UsageError(`${name} の「${value}」は番号ではありません。`)
  return Number(value)
}
