import { error as logError, notice, setFailed } from '@actions/core'
import type { Fault } from '../src/gate/types.ts'
import { examineArgument, examineHere, examinerApart } from './gate/examiner.ts'
import { readInputs } from './gate/inputs.ts'
import { faultOf, runGate } from './gate/run.ts'
import { connectTo } from './github/client.ts'

/** The action: judges the pull request that the event is about. */
async function main(): Promise<void> {
  const inputs = readInputs(process.env)
  if (inputs.asked === null) return notice('プルリクエストの審査を求めるイベントではないため、何もしません。')
  const fault = await runGate(connectTo(inputs), inputs, examinerApart(inputs.examination))
  if (fault !== null) fail(fault)
}

function fail({ title, detail }: Fault): void {
  logError(detail)
  setFailed(`審査できませんでした: ${title}`)
}

if (process.argv[2] === examineArgument)
  examineHere().catch((error: unknown) => {
    process.stderr.write(String((error as Error).stack))
    process.exitCode = 1
  })
else main().catch((error: unknown) => fail(faultOf(error)))
