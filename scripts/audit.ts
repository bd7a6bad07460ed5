import { type Audited, audit, isListed } from '../src/ledger/audit.ts'
import type { LedgerRecord } from '../src/ledger/record.ts'
import { verifyChain } from '../src/ledger/verify.ts'
import { auditJson, auditTerminal } from '../src/reporters/audit.ts'
import type { Arguments } from './arguments.ts'
import { replayAll } from './audit/replay.ts'
import { isShallow, type Repository } from './git.ts'
import { ledgerCommit, recordFiles } from './ledger/branch.ts'
import { mainOf, openObjects, stepsTo } from './ledger/main-line.ts'
import { print, screen } from './report.ts'
import { UsageError } from './usage.ts'

/** Judges every merge again with the rules then in force. Status 1 where one stands without a valid permission. */
export function run({ values }: Arguments): number {
  const repository = openObjects()
  if (isShallow(repository))
    throw new UsageError('履歴が途中までしかないため、たどれません。git fetch --unshallow を実行してください。')
  const result = audit(judged(repository, values.main), recordsOf(repository, values.branch ?? 'ledger'))
  print(values.format === 'json' ? auditJson(result) : auditTerminal(result, screen(values.out)), values.out)
  return result.ledger && result.merges.some(isListed) ? 1 : 0
}

function judged(repository: Repository, main: string | undefined): Audited[] {
  const steps = stepsTo(repository, mainOf(repository, main))
  const replays = [...replayAll(repository, steps)]
  return steps.map((step, index) => ({ ...step, date: dayOf(step.time), replay: replays[index]! }))
}

const dayOf = (seconds: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short' }).format(new Date(seconds * 1000))

/** A broken ledger proves nothing: it is mended first. */
function recordsOf(repository: Repository, branch: string): LedgerRecord[] {
  const commit = ledgerCommit(repository, branch)
  if (commit === null) return []
  const { chain, faults } = verifyChain(recordFiles(repository, commit))
  if (faults.length > 0)
    throw new UsageError(
      `決定簿に正しくないところがあります（${faults[0]?.replace(/。$/, '')}）。ledger verify で確かめてください。`,
    )
  return chain.map(({ record }) => record)
}
