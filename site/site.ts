import type { Deadline } from '../src/due.ts'
import type { Knowledge } from '../src/explain/knowledge.ts'
import type { Told } from '../src/history.ts'
import type { RegisterRow } from '../src/register/row.ts'
import type { RegisterContext } from '../src/register.ts'
import type { SourceDocument } from '../src/source/document.ts'

/** `public` shows only what the schema marks public. */
export type Edition = 'internal' | 'public'

/** One use: its file, its row in the register, what falls due in it, and what git tells of it. */
export type Use = {
  /** Its name in the repository. */
  path: string
  source: SourceDocument
  /** Of the file as it lies there. */
  sha256: string
  row: RegisterRow
  due: readonly Deadline[]
  history: readonly Told[]
}

/** Everything that the pages show, gathered at the edge. */
export type Site = {
  edition: Edition
  asOf: string
  /** The commit that the pages show; null outside of git. */
  commit: string | null
  /** OWNER/NAME on GitHub; null where it is not known. */
  repository: string | null
  /** Where the site is published, with a slash at its end; null where that is not known. */
  address: string | null
  uses: readonly Use[]
  /** Whether git has every commit, or only the newest ones. */
  isHistoryWhole: boolean
  context: RegisterContext
  knowledge: Knowledge
}
