import type { Interpretation, Knowledge } from './knowledge.ts'
import { type Explanation, partOf } from './topic.ts'

export function explainInterpretation(number: string, { interpretations, policies }: Knowledge): Explanation {
  const row = interpretations.find((one) => String(one.number) === number)!
  const { sections, question, reading, reason, rejected } = row
  const rules = Object.entries(policies.rules)
    .filter(([, rule]) => rule.interpretations?.includes(row.number))
    .map(([id, { title }]) => ({ id, title }))
  return {
    name: `#${number}  ${question}`,
    topic: {
      kind: 'interpretation',
      id: `#${number}`,
      title: question,
      section: /^\d+/.exec(sections[0] ?? '')?.[0] ?? null,
      ...{ sections, reading, reason, rejected, rules },
    },
    parts: [
      ...partOf('採る読み', reading),
      ...partOf('理由', reason),
      ...partOf('退けた読み', rejected),
      ...partOf('節', sections.map((section) => `ガイドライン ${section}`).join('、')),
      ...partOf('よりどころにする規則', ...rules.map(({ id, title }) => `${id}  ${title}`)),
    ],
  }
}

export const interpretationLines = ({ number, question, reading, reason, rejected }: Interpretation): string[] => [
  `#${number} ${question}`,
  `    採る読み: ${reading}`,
  `    理由: ${reason}`,
  `    退けた読み: ${rejected}`,
]
