import { publicPart } from '../src/publication.ts'
import { registerRow } from '../src/register.ts'
import type { Site } from './site.ts'

/**
 * The site with nothing in it but what may be published. Pages are made of this alone, so that whatever is added to them
 * later is left out here until the schema says otherwise.
 */
export function published(site: Site): Site {
  const context = { ...site.context, records: null }
  return {
    ...site,
    repository: null,
    isHistoryWhole: false,
    context,
    uses: site.uses.map(({ path, source }) => {
      const part = publicPart(source)
      return { path, source: part, sha256: '', row: registerRow(part, path, context), due: [], history: [] }
    }),
  }
}
