import type { Verdict } from '../diagnostic.ts'
import type { Rule } from '../rule.ts'
import { idsOf, label } from '../vocabulary.ts'
import { clausesMetBy } from './clauses.ts'
import { headingOf } from './contents.ts'
import { type Examples, exampleParts, examplesOf } from './examples.ts'
import { interpretationLines } from './interpretations.ts'
import type { Clause, Interpretation, Knowledge } from './knowledge.ts'
import { tablesOf } from './tables.ts'
import { type Drawn, type Explanation, markOf, partOf } from './topic.ts'

export const scopeWords = {
  facts: '利用の内容（サービス・接続元・情報）だけを見ます。',
  service: 'ファイル全体を見ます。',
  registry: 'すべてのファイルを見比べます。',
  change: 'ファイルの変更を見ます。',
  calendar: '期限を数えます。期限を過ぎても、申請は止まりません。',
} satisfies Record<Rule['scope'], string>

/** A rule with everything that bears on it. */
export type AboutRule = Pick<Rule, 'title' | 'section' | 'why' | 'scope'> & {
  id: string
  verdicts: Verdict[]
  clauses: Clause[]
  interpretations: Interpretation[]
  tables: Drawn[]
  examples: Examples
}

export function aboutRule(id: string, knowledge: Knowledge): AboutRule {
  const { title, section, why, scope, interpretations: numbers = [] } = knowledge.policies.rules[id]!
  const examples = examplesOf(id, knowledge)
  const found = examples.fails.map(({ verdict }) => verdict)
  return {
    ...{ id, title, section, why, scope, examples },
    verdicts: verdictsOf(scope, found),
    clauses: clausesMetBy(id, knowledge),
    interpretations: knowledge.interpretations.filter(({ number }) => numbers.includes(number)),
    tables: tablesOf(knowledge).filter(({ rules }) => rules.includes(id)),
  }
}

export function explainRule(id: string, knowledge: Knowledge): Explanation {
  const { title, section, why, scope, verdicts, clauses, interpretations, tables, examples } = aboutRule(id, knowledge)
  return {
    name: `${id}  ${title}`,
    topic: {
      kind: 'rule',
      id,
      title,
      section,
      ...{ why, scope, verdicts, clauses: clauses.map(({ id: clause, text }) => ({ id: clause, text })) },
      ...{ interpretations, tables: tables.map(({ rules: _, ...table }) => table), examples },
    },
    parts: [
      ...partOf('節', headingOf(section, knowledge)),
      ...partOf('なぜ', why),
      ...partOf('指摘の種類', verdicts.map((verdict) => label('verdict', verdict)).join('、')),
      ...partOf('見るもの', scopeWords[scope]),
      ...partOf('果たす条項', ...clauses.map((clause) => `${clause.id} ${clause.text}`)),
      ...tables.map((table) => ({ heading: `表「${table.title}」${markOf(table.status)}`, table })),
      ...partOf('よりどころの解釈', ...interpretations.flatMap(interpretationLines)),
      ...exampleParts(examples),
    ],
  }
}

/** From the cases, which a test holds complete; a due date is advice and nothing else. */
function verdictsOf(scope: Rule['scope'], found: readonly Verdict[]): Verdict[] {
  const said: readonly Verdict[] = scope === 'calendar' ? ['advice'] : found
  return idsOf('verdict').filter((verdict) => said.includes(verdict as Verdict)) as Verdict[]
}
