import { policies } from '../policies/index.ts'
import { checkRegister, checkService } from '../src/check.ts'
import { byPosition, type Diagnostic } from '../src/diagnostic.ts'
import { checkCalendar } from '../src/due.ts'
import { type Format, loadReporter } from '../src/reporters/formats.ts'
import type { Entry } from '../src/rule.ts'
import type { SourceDocument } from '../src/source/document.ts'
import type { Arguments } from './arguments.ts'
import { readDay } from './day.ts'
import { conclude, publishedSite, screen } from './report.ts'
import { openSource, readSources } from './sources.ts'

/** Judges files against the guideline and prints what it finds. */
export async function run({ paths, values }: Arguments): Promise<number> {
  const asOf = values['as-of'] === undefined ? null : readDay('--as-of', values['as-of'])
  const comparison = values.base === undefined ? null : (await import('./changes.ts')).compareWith(values.base, paths)
  const { sources, unopened } = readSources(comparison?.paths ?? paths)
  const { files, diagnostics, sourceOf } = checkAll(sources, asOf)
  const judged = comparison?.judge(files, sourceOf)
  diagnostics.push(...(judged?.diagnostics ?? []))
  const read = new Set(files)
  const report = await loadReporter((values.format ?? 'terminal') as Format)
  const text = report({
    diagnostics: diagnostics.sort(byPosition),
    files: files.length,
    ...(judged && { changes: judged.changes }),
    textOf: (file) => (read.has(file) ? sourceOf(file).text : ''),
    titleOf: (rule) => policies.rules[rule]?.title ?? null,
    site: publishedSite(),
    ...screen(values.out),
  })
  const missing = comparison?.unopened(unopened) ?? unopened
  return conclude(text, values, missing, diagnostics.some(({ verdict }) => verdict === 'violation') ? 1 : 0)
}

type Judgement = { files: string[]; diagnostics: Diagnostic[]; sourceOf(file: string): SourceDocument }

/** Keeps the text of a file only where something was found in it: there may be ten thousand. */
function checkAll(sources: Iterable<SourceDocument>, asOf: string | null): Judgement {
  const diagnostics: Diagnostic[] = []
  const entries = new Map<string, Entry>()
  const kept = new Map<string, SourceDocument>()
  const files: string[] = []
  for (const source of sources) {
    const checked = checkService(source, policies)
    const found =
      asOf === null ? checked.diagnostics : [...checked.diagnostics, ...checkCalendar(source, policies, asOf)]
    files.push(source.file)
    diagnostics.push(...found)
    if (checked.entry !== null) entries.set(source.file, checked.entry)
    if (found.length > 0 || source.file === '-') kept.set(source.file, source)
  }
  const sourceOf = (file: string): SourceDocument => kept.get(file) ?? openSource(file)
  diagnostics.push(...checkRegister(entries, policies, sourceOf))
  return { files, diagnostics, sourceOf }
}
