import type { LedgerRecord } from '../../src/ledger/record.ts'
import { verifyChain } from '../../src/ledger/verify.ts'
import { ask, type Repository } from '../git.ts'
import { ledgerCommit, recordFiles } from '../ledger/branch.ts'

/** What the ledger holds, up to a commit if one is given; null where there is no ledger. */
export function recordsOf(repository: Repository, until: string | null): LedgerRecord[] | null {
  const tip = ledgerCommit(repository, 'ledger')
  if (tip === null) return null
  const { chain, faults } = verifyChain(recordFiles(repository, tip))
  if (faults.length > 0)
    process.stderr.write(
      `台帳の記録に、合わないところが${faults.length}件あります。ledger verify で確かめてください。\n`,
    )
  const records = chain.map(({ record }) => record)
  if (until === null) return records
  const line = new Set(String(ask(repository.folder, ['rev-list', '--first-parent', until, '--'])).split('\n'))
  return records.filter(({ main }) => main !== null && line.has(main.commit))
}
