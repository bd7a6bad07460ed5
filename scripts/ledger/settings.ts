import { UsageError } from '../usage.ts'

export type Settings = {
  token: string
  /** OWNER/NAME */
  repository: string
  apiUrl: string
  gateAppId: number
  ledgerAppId: number
  /** Slugs of the teams that decide: on uses, and on engine and settings. */
  teams: { policy: string; engine: string }
  /** Accounts of the Apps that write for somebody else. */
  botIds: readonly number[]
}

/** What the workflow hands over. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = (name: string): string => {
    const value = env[name]?.trim() ?? ''
    if (value === '')
      throw new UsageError(`環境変数 ${name} がありません。決定簿への記録は、ワークフローの中で動きます。`)
    return value
  }
  const number = (name: string): number => {
    const value = read(name)
    if (/^[1-9]\d{0,14}$/.test(value)) return Number(value)
    throw new UsageError(`環境変数 ${name} の「${value}」は番号ではありません。`)
  }
  return {
    token: read('LEDGER_TOKEN'),
    repository: read('GITHUB_REPOSITORY'),
    apiUrl: read('GITHUB_API_URL'),
    gateAppId: number('GATE_APP_ID'),
    ledgerAppId: number('LEDGER_APP_ID'),
    teams: { policy: env.POLICY_TEAM?.trim() || 'joho-seisaku', engine: env.ENGINE_TEAM?.trim() || 'kiban' },
    botIds: (env.ENTRY_BOT_IDS ?? '')
      .split(',')
      .map(Number)
      .filter((id) => id > 0),
  }
}
