import { sha256Of } from '../../src/ledger/canonical.ts'
import { registerRow } from '../../src/register.ts'
import { sampleContext, sampleSources } from '../../src/testing/register.ts'
import { dueIn } from '../gather.ts'
import type { Edition, Site, Use } from '../site.ts'
import { siteWith } from './folder.ts'

/** A site with uses in every state, some of them late, and with texts that pages trip over. */
export function sampleSite(edition: Edition = 'internal'): Site {
  const context = sampleContext
  const uses = sampleSources.map((source): Use => {
    const row = registerRow(source, source.file, context)
    const due = dueIn(source, source.file, row, context)
    return { path: source.file, source, sha256: sha256Of(source.text), row, due, history: [] }
  })
  return { ...siteWith({ edition }), asOf: context.asOf, context, uses }
}
