import { driftIssue } from '../src/reporters/settings.ts'
import type { Arguments } from './arguments.ts'
import { connectTo } from './github/client.ts'
import { print } from './report.ts'
import { tellOfDrift } from './settings/issue.ts'
import { refusalOf } from './settings/refusal.ts'
import { findDifferences } from './settings/setup.ts'
import { targetOf } from './settings/target.ts'
import { UsageError } from './usage.ts'

/** Status 1 when anything differs, or cannot be seen: a token that is too weak proves nothing. */
export async function run(args: Arguments): Promise<number> {
  const { client, repository, apiUrl, ...target } = targetOf(args)
  try {
    const differences = await findDifferences({ client, ...target })
    if (args.switches.has('issue')) {
      const token = process.env.ISSUES_TOKEN ?? ''
      if (token === '') throw new UsageError('環境変数 ISSUES_TOKEN に、issue を書くためのトークンを入れてください。')
      await tellOfDrift(connectTo({ ...client, token, repository, apiUrl }), repository, differences)
    }
    const text =
      differences.length === 0 ? '設定は、すべて settings/ のとおりです。\n' : driftIssue(repository, differences)
    print(text, args.values.out)
    return differences.length > 0 ? 1 : 0
  } catch (error) {
    throw refusalOf(error)
  }
}
