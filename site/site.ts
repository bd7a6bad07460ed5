import type { Knowledge } from '../src/explain/knowledge.ts'
import type { RegisterRow } from '../src/register/row.ts'
import type { RegisterContext } from '../src/register.ts'
import type { SourceDocument } from '../src/source/document.ts'

/** `public` shows only what the schema marks public. */
export type Edition = 'internal' | 'public'

/** One use: its file, and its row in the register. `path` is its name in the repository. */
export type Use = { path: string; source: SourceDocument; row: RegisterRow }

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
  context: RegisterContext
  knowledge: Knowledge
}
