import { type Assessment, assess } from '../../src/assess.ts'
import { checkRegister, checkService, readingOf } from '../../src/check.ts'
import { byPosition, type Diagnostic } from '../../src/diagnostic.ts'
import type { Knowledge } from '../../src/explain/knowledge.ts'
import { withoutNulls } from '../../src/facts.ts'
import { legible } from '../../src/form/entries.ts'
import { type Permission, permissionOf } from '../../src/ledger/permission.ts'
import { type Event, lifeOf } from '../../src/register/life.ts'
import { type Turn, turnOf } from '../../src/register/turn.ts'
import type { Entry } from '../../src/rule.ts'
import type { Site, Use } from '../site.ts'

/** A use, and all that its page says of it. */
export type UseView = Use & {
  site: Site
  knowledge: Knowledge
  /** What the file states and the schema does not refuse. */
  stated: unknown
  assessment: Assessment
  findings: readonly Diagnostic[]
  /** Null where there is no ledger. */
  permission: Permission | null
  turn: Turn
  life: readonly Event[]
}

export function viewsOf(site: Site): UseView[] {
  const findings = findingsIn(site)
  return site.uses.map((use) => viewOf(use, site, findings.get(use.source.file) ?? []))
}

function viewOf(use: Use, site: Site, findings: readonly Diagnostic[]): UseView {
  const { path, source, row, due } = use
  const { records, policies } = site.context
  const permission = records === null ? null : permissionOf(path, records)
  const stated = statedIn(use)
  return {
    ...use,
    site,
    knowledge: site.knowledge,
    stated,
    assessment: assess(source.readable ? source.value : {}, policies),
    findings,
    permission,
    turn: turnOf(row),
    life: lifeOf(stated, path, due, permission?.records ?? []),
  }
}

/** Nothing that the schema gives as a default: nobody has said it. */
export function statedIn({ source: { readable, value, refused } }: Pick<Use, 'source'>): unknown {
  if (!readable) return {}
  const { withheld } = readingOf(value, refused)
  return legible({ value: withoutNulls(value), withheld })
}

/** What the rules on one file and those on all files together say, by file. */
function findingsIn({ uses, context: { policies } }: Site): Map<string, Diagnostic[]> {
  const found: Diagnostic[] = []
  const entries = new Map<string, Entry>()
  for (const { source } of uses) {
    const { diagnostics, entry } = checkService(source, policies)
    found.push(...diagnostics)
    if (entry !== null) entries.set(source.file, entry)
  }
  const sources = new Map(uses.map(({ source }) => [source.file, source]))
  found.push(...checkRegister(entries, policies, (file) => sources.get(file)!))
  const byFile = new Map<string, Diagnostic[]>()
  for (const one of found.sort(byPosition)) byFile.set(one.file, [...(byFile.get(one.file) ?? []), one])
  return byFile
}
