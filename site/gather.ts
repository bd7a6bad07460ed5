import { knowledge } from '../policies/knowledge.ts'
import type { Arguments } from '../scripts/arguments.ts'
import { git } from '../scripts/git.ts'
import { usesFor } from '../scripts/register/uses.ts'
import { siteAddress, wrongAddress } from '../src/site-address.ts'
import type { Edition, Site } from './site.ts'

type Asked = { edition: Edition; asOf: string | undefined; repository: string | undefined }

/** Reads the repository around the working directory: its uses, its ledger and its commit. */
export function gather({ edition, asOf, repository }: Asked): Site {
  const values = asOf === undefined ? {} : { 'as-of': asOf }
  const { uses, register, context } = usesFor({ paths: [], values } as unknown as Arguments)
  const rows = new Map(register.rows.map((row) => [row.file, row]))
  return {
    edition,
    asOf: register.asOf,
    commit: said(['rev-parse', 'HEAD']),
    repository: repository ?? process.env.GITHUB_REPOSITORY ?? remoteName(said(['remote', 'get-url', 'origin'])),
    address: publishedAt(process.env.SITE_ADDRESS),
    uses: uses
      .map(({ source, path }) => ({ path, source, row: rows.get(source.file)! }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    context,
    knowledge,
  }
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
