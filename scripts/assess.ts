import { policies } from '../policies/index.ts'
import { answerFor } from '../src/answer.ts'
import { assess, assessAnswers } from '../src/assess.ts'
import { without } from '../src/facts.ts'
import { renderAssessment } from '../src/reporters/assessment.ts'
import type { SourceDocument } from '../src/source/document.ts'
import type { Arguments } from './arguments.ts'
import { askFacts, canAsk } from './ask.ts'
import { print, screen, statusWith } from './report.ts'
import { readSources } from './sources.ts'

type Read = typeof assess

/** Says what the guideline says about each use; exit status 0 whatever the answer. */
export async function run({ paths, values, switches }: Arguments): Promise<number> {
  const asks = switches.has('ask')
  const read = asks ? assessAnswers : assess
  if (asks && paths.length === 0 && canAsk()) {
    say([{ file: '-', value: await askFacts(policies) }], read, values)
    return 0
  }
  const { sources, unopened } = readSources(paths)
  const uses: Use[] = []
  for (const source of sources) uses.push({ file: source.file, value: statedIn(source) })
  say(uses, read, values)
  return statusWith(unopened, 0)
}

type Use = { file: string; value: unknown }

function say(uses: readonly Use[], read: Read, { format, out }: Arguments['values']): void {
  const text =
    format === 'json'
      ? `${JSON.stringify({ version: 1, services: uses.map(({ file, value }) => ({ file, ...read(value, policies) })) }, null, 2)}\n`
      : renderAssessment(
          uses.map(({ file, value }) => answerFor(file, value, policies, read)),
          policies,
          screen(out),
        )
  print(text, out)
}

/** A key that occurs twice states nothing, and neither does a text that cannot be read. */
const statedIn = ({ value, readable, refused }: SourceDocument): unknown =>
  readable ? refused.reduce(without, value) : {}
