import { policies } from '../policies/index.ts'
import { type Assessment, assess, assessAnswers } from '../src/assess.ts'
import { without } from '../src/facts.ts'
import { renderAssessment } from '../src/reporters/assessment.ts'
import type { SourceDocument } from '../src/source/document.ts'
import type { Arguments } from './arguments.ts'
import { print, screen, statusWith } from './report.ts'
import { readSources } from './sources.ts'

/** Says what the guideline says about each use; exit status 0 whatever the answer. */
export function run({ paths, values, switches }: Arguments): number {
  const { sources, unopened } = readSources(paths)
  const read = switches.has('ask') ? assessAnswers : assess
  const services: ({ file: string } & Assessment)[] = []
  for (const source of sources) {
    services.push({ file: source.file, ...read(statedIn(source), policies) })
  }
  const text =
    values.format === 'json'
      ? `${JSON.stringify({ version: 1, services }, null, 2)}\n`
      : renderAssessment(services, policies, screen(values.out))
  print(text, values.out)
  return statusWith(unopened, 0)
}

/** A key that occurs twice states nothing, and neither does a text that cannot be read. */
const statedIn = ({ value, readable, refused }: SourceDocument): unknown =>
  readable ? refused.reduce(without, value) : {}
