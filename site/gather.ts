import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { knowledge } from '../policies/knowledge.ts'
import type { Arguments } from '../scripts/arguments.ts'
import { git, isShallow, openRepository } from '../scripts/git.ts'
import { historiesBelow } from '../scripts/history.ts'
import { usesFor } from '../scripts/register/uses.ts'
import type { Deadline } from '../src/due.ts'
import type { Told } from '../src/history.ts'
import type { RegisterRow } from '../src/register/row.ts'
import { deadlinesOf, type RegisterContext } from '../src/register.ts'
import { siteAddress, wrongAddress } from '../src/site-address.ts'
import type { SourceDocument } from '../src/source/document.ts'
import type { Edition, Site } from './site.ts'

type Asked = { edition: Edition; asOf: string | undefined; repository: string | undefined }

/** Reads the repository around the working directory: its uses, its ledger and its commit. */
export function gather({ edition, asOf, repository }: Asked): Site {
  const values = asOf === undefined ? {} : { 'as-of': asOf }
  const { uses, register, context } = usesFor({ paths: [], values } as unknown as Arguments)
  const rows = new Map(register.rows.map((row) => [row.file, row]))
  const { histories, isWhole } = past()
  return {
    edition,
    asOf: register.asOf,
    commit: said(['rev-parse', 'HEAD']),
    repository: repository ?? process.env.GITHUB_REPOSITORY ?? remoteName(said(['remote', 'get-url', 'origin'])),
    address: publishedAt(process.env.SITE_ADDRESS),
    uses: uses
      .map(({ source, path }) => {
        const row = rows.get(source.file)!
        const sha256 = createHash('sha256').update(readFileSync(source.file)).digest('hex')
        return { path, source, sha256, row, due: dueIn(source, path, row, context), history: histories.get(path) ?? [] }
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    isHistoryWhole: isWhole,
    context,
    knowledge,
  }
}

/** What falls due in a use, with the section named as the register names it. */
export const dueIn = (source: SourceDocument, path: string, row: RegisterRow, context: RegisterContext): Deadline[] =>
  deadlinesOf(source, path, context).map((deadline) => ({
    ...deadline,
    departmentName: row.departmentName ?? deadline.departmentName,
  }))

/** The site can be built without git, and from its newest commits alone. */
function past(): { histories: Map<string, Told[]>; isWhole: boolean } {
  if (said(['rev-parse', '--verify', 'HEAD']) === null) return { histories: new Map(), isWhole: false }
  const repository = openRepository('.')
  return { histories: historiesBelow(repository, 'services'), isWhole: !isShallow(repository) }
}

function publishedAt(written: string | undefined): string | null {
  const address = siteAddress(written)
  if (address === undefined) throw new Error(wrongAddress)
  return address
}

/** What git says, or null where it says nothing: the site can be built without it. */
function said(args: readonly string[]): string | null {
  const { status, output } = git('.', args)
  return status === 0 ? String(output).trim() : null
}

/** The name on GitHub behind the address of a remote. */
const remoteName = (address: string | null): string | null =>
  /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(address ?? '')?.[1] ?? null
