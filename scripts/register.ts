import { registerTable } from '../src/exporters/register-csv.ts'
import { registerHtml } from '../src/exporters/register-html.ts'
import { registerJson } from '../src/exporters/register-json.ts'
import { registerSheets } from '../src/exporters/register-xlsx.ts'
import type { Register } from '../src/register.ts'
import { registerTerminal } from '../src/reporters/register.ts'
import type { Arguments } from './arguments.ts'
import { usesFor } from './register/uses.ts'
import { conclude, screen } from './report.ts'
import { UsageError } from './usage.ts'

/** The register: every use, its state and what it needs next. Status 0 whatever the answer. */
export async function run(args: Arguments): Promise<number> {
  const { format, out } = args.values
  if (format === 'xlsx' && out === undefined)
    throw new UsageError('xlsx は画面に出せません。--out 台帳.xlsx のように、書くファイルを指定してください。')
  const { register, unopened } = usesFor(args)
  return conclude(await exported(register, args), args.values, unopened, 0)
}

async function exported(register: Register, { values: { format, out } }: Arguments): Promise<string | Uint8Array> {
  if (format === 'json') return registerJson(register)
  if (format === 'html') return registerHtml(register)
  if (format === 'csv') return (await import('./csv.ts')).csvOf(registerTable(register))
  if (format === 'xlsx') return (await import('./workbook.ts')).workbookOf(registerSheets(register))
  return registerTerminal(register, screen(out))
}
