import { policies } from '../../policies/index.ts'
import { permissionOf } from '../../src/ledger/permission.ts'
import type { LedgerRecord } from '../../src/ledger/record.ts'
import { verifyChain } from '../../src/ledger/verify.ts'
import {
  permissionJson,
  permissionTerminal,
  recordJson,
  recordTerminal,
  type Shown,
} from '../../src/reporters/ledger.ts'
import type { Arguments } from '../arguments.ts'
import { type Repository, treeOf } from '../git.ts'
import { hintAt } from '../meant.ts'
import { print, screen } from '../report.ts'
import { UsageError } from '../usage.ts'
import { recordFiles, requireLedger } from './branch.ts'
import { branchOf, openObjects } from './main-line.ts'

/** Who permitted what, on which content, under which rules. Status 0 whatever the answer. */
export function show({ paths: [, what], values }: Arguments): number {
  if (what === undefined)
    throw new UsageError('ledger show には、ファイルか記録番号が必要です。例 ledger show services/koho/youtube.yml')
  const repository = openObjects()
  const { chain, faults } = verifyChain(recordFiles(repository, requireLedger(repository, values.branch ?? 'ledger')))
  const records = chain.map(({ record }) => record)
  const shown = { ...screen(values.out), titleOf, faults: faults.length }
  const tip = branchOf(repository, values.main ?? 'main')
  const text = isNumber(what)
    ? ofRecord(what, records, values.format, shown)
    : ofFile(what, records, values.format, { ...shown, blob: tip === null ? null : blobOf(repository, tip, what) })
  print(text, values.out)
  return 0
}

const titleOf = (rule: string): string | null => policies.rules[rule]?.title ?? null
const isNumber = (what: string): boolean => /^[Dd]-/.test(what.normalize('NFKC'))
const blobOf = (repository: Repository, commit: string, path: string): string | null =>
  treeOf(repository, commit, path).get(path) ?? null

function ofRecord(what: string, records: readonly LedgerRecord[], format: string | undefined, shown: Shown): string {
  const id = what.normalize('NFKC').toUpperCase()
  const record = records.find((one) => one.id === id)
  if (record === undefined)
    throw new UsageError(
      `記録 ${id} は決定簿にありません。${hintAt(
        id,
        records.map((one) => one.id),
      )}`,
    )
  return format === 'json' ? recordJson(record) : recordTerminal(record, records, shown)
}

function ofFile(
  what: string,
  records: readonly LedgerRecord[],
  format: string | undefined,
  shown: Shown & { blob: string | null },
): string {
  const file = what.replaceAll('\\', '/').replace(/^\.\//, '')
  const permission = permissionOf(file, records)
  const known = records.flatMap(({ files }) => files.map(({ path }) => path))
  if (permission.state === 'none' && shown.blob === null)
    throw new UsageError(
      `${file} というファイルは、決定簿にも main にもありません。${hintAt(file, [...new Set(known)])}`,
    )
  return format === 'json' ? permissionJson(permission, shown.blob) : permissionTerminal(permission, shown)
}
