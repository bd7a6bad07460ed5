import { sha256Of } from '../../src/ledger/canonical.ts'
import { registerRow } from '../../src/register.ts'
import { parseSource } from '../../src/source/document.ts'
import { dueIn } from '../gather.ts'
import type { Site, Use } from '../site.ts'

/** As many uses as a large city has, made of those that there are. */
export const withUses = (site: Site, count: number): Site => ({
  ...site,
  uses: Array.from({ length: count }, (_, index) => copyOf(site.uses[index % site.uses.length]!, index, site)),
})

function copyOf({ path, source, history }: Use, index: number, { context }: Site): Use {
  const file = path.replace(/\.yml$/, `-${index + 1}.yml`)
  const copy = parseSource(file, source.text.replace(/^( {2}name: .*?)( +#.*)?$/m, `$1 第${index + 1}号`))
  const row = registerRow(copy, file, context)
  return { path: file, source: copy, sha256: sha256Of(copy.text), row, due: dueIn(copy, file, row, context), history }
}
