import { policies } from '../policies/index.ts'
import { answerFor } from '../src/answer.ts'
import { type Assessment, assess, assessAnswers } from '../src/assess.ts'
import { without } from '../src/facts.ts'
import { renderAssessment } from '../src/reporters/assessment.ts'
import type { SourceDocument } from '../src/source/document.ts'
import { type Unread, unreadIn } from '../src/unread.ts'
import type { Arguments } from './arguments.ts'
import { askFacts, canAsk } from './ask.ts'
import { conclude, screen } from './report.ts'
import { readSources } from './sources.ts'

type Use = { file: string; value: unknown; unread: Unread }

/** Says what the guideline says about each use; exit status 0 whatever the answer. */
export async function run({ paths, values, switches }: Arguments): Promise<number> {
  const asks = switches.has('ask')
  if (asks && paths.length === 0 && canAsk()) {
    const use = { file: '-', value: await askFacts(policies), unread: { facts: [], words: [] } }
    return conclude(wordsOf([use], asks, values), values, [], 0)
  }
  const { sources, unopened } = readSources(paths)
  const uses: Use[] = []
  for (const source of sources) uses.push({ file: source.file, value: statedIn(source), unread: unreadIn(source) })
  return conclude(wordsOf(uses, asks, values), values, unopened, 0)
}

function wordsOf(uses: readonly Use[], asks: boolean, { format, out }: Arguments['values']): string {
  const readIn = ({ unread }: Use) =>
    asks ? assessAnswers : (value: unknown): Assessment => assess(value, policies, unread.facts)
  if (format === 'json') {
    const services = uses.map((use) => ({ file: use.file, ...readIn(use)(use.value, policies) }))
    return `${JSON.stringify({ version: 1, services }, null, 2)}\n`
  }
  const answers = uses.map((use) => ({
    ...answerFor(use.file, use.value, policies, readIn(use)),
    unread: use.unread.words,
  }))
  return renderAssessment(answers, policies, screen(out))
}

/** A key that occurs twice states nothing, and neither does a text that cannot be read. */
const statedIn = ({ value, readable, refused }: SourceDocument): unknown =>
  readable ? refused.reduce(without, value) : {}
