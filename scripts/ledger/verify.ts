import { readFileSync } from 'node:fs'
import { isOpen } from '../../src/ledger/cures.ts'
import { mergeFaults, unrecorded } from '../../src/ledger/merges.ts'
import { verifyChain } from '../../src/ledger/verify.ts'
import { checkWitnesses, type Witness, witnessesIn, witnessOf } from '../../src/ledger/witness.ts'
import { type VerifyReport, verifyJson, verifyTerminal } from '../../src/reporters/ledger.ts'
import type { Arguments } from '../arguments.ts'
import { reasonOf } from '../files.ts'
import { isShallow, type Repository } from '../git.ts'
import { print, screen } from '../report.ts'
import { UsageError } from '../usage.ts'
import { recordFiles, requireLedger, rewriteFaults } from './branch.ts'
import { mainOf, openObjects, stepsTo } from './main-line.ts'

/** Proves the ledger from the objects of git alone. Status 1 where anything does not hold. */
export function verify({ values, given }: Arguments): number {
  const repository = openObjects()
  const files = given.flatMap(([name, file]) => (name === 'witness' ? [file] : []))
  const report = verifyLedger(repository, {
    branch: values.branch ?? 'ledger',
    main: values.main ?? 'main',
    witnesses: files.flatMap(readWitnesses),
  })
  print(values.format === 'json' ? verifyJson(report) : verifyTerminal(report, screen(values.out)), values.out)
  return report.faults.length > 0 ? 1 : 0
}

type Asked = { branch: string; main: string; witnesses: readonly Witness[] }

function verifyLedger(repository: Repository, { branch, main, witnesses }: Asked): VerifyReport {
  const tip = requireLedger(repository, branch)
  if (isShallow(repository))
    throw new UsageError('履歴が途中までしかないため、確かめられません。git fetch --unshallow を実行してください。')
  const { chain, faults } = verifyChain(recordFiles(repository, tip))
  const steps = stepsTo(repository, mainOf(repository, main))
  const records = chain.map(({ record }) => record)
  const merges = new Map(steps.map((step) => [step.commit, step]))
  return {
    branch,
    records: records.length,
    tip: chain.length === 0 ? null : witnessOf(chain.at(-1)!),
    witnesses: witnesses.length,
    unrecorded: unrecorded(records, steps)?.length ?? 0,
    irregular: records.filter((record) => isOpen(record, records)),
    faults: [
      ...(chain.length === 0 ? ['決定簿に記録がありません。'] : []),
      ...faults,
      ...rewriteFaults(repository, tip),
      ...mergeFaults(records, merges),
      ...checkWitnesses(witnesses, chain),
    ],
  }
}

/** A saved mail, comment or page; one that holds no witness proves nothing, so nobody should think that it does. */
function readWitnesses(file: string): Witness[] {
  const witnesses = witnessesIn(textOf(file))
  if (witnesses.length > 0) return witnesses
  throw new UsageError(`${file} に、決定簿の控え（D-2026-000123 sha256:…）がありません。`)
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} を開けません: ${reasonOf(error)}。`)
  }
}
