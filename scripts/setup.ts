import { setupTerminal } from '../src/reporters/settings.ts'
import type { Arguments } from './arguments.ts'
import { screen } from './report.ts'
import { refusalOf } from './settings/refusal.ts'
import { applyAll, plan } from './settings/setup.ts'
import { targetOf } from './settings/target.ts'
import { UsageError } from './usage.ts'

/** Shows what differs between the code and a repository of GitHub, and with `--apply` changes it. */
export async function run(args: Arguments): Promise<number> {
  const isApplying = args.switches.has('apply')
  if (isApplying && args.switches.has('plan'))
    throw new UsageError('--plan と --apply は、どちらか一方を付けてください。')
  const target = targetOf(args)
  const { colour } = screen(undefined)
  const { repository } = target
  try {
    if (!isApplying) {
      process.stdout.write(setupTerminal({ repository, plan: await plan(target), applied: false, colour }))
      return 0
    }
    const result = await applyAll(target)
    process.stdout.write(setupTerminal({ repository, plan: result, applied: true, colour }))
    for (const message of result.left) process.stderr.write(`変えた後も異なります: ${message}\n`)
    return result.left.length > 0 ? 1 : 0
  } catch (error) {
    throw refusalOf(error)
  }
}
