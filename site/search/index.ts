import { explainAs } from '../../src/explain/explain.ts'
import type { Knowledge } from '../../src/explain/knowledge.ts'
import { type Name, namesOf } from '../../src/explain/names.ts'
import { placeOf } from '../../src/explain/places.ts'
import { aboutRule } from '../../src/explain/rules.ts'
import type { Kind } from '../../src/explain/topic.ts'
import { pathOf } from '../../src/fields.ts'
import { fields } from '../../src/generated/fields.ts'
import { type Entry, separator } from './entry.ts'

const kindLabels: Record<Kind, string> = {
  rule: '規則',
  section: '節',
  clause: '条項',
  form: '様式',
  item: '点検項目',
  interpretation: '読み',
  criterion: '別表',
  measure: '特則の対策',
  risk: 'リスク',
  condition: '条件',
  exemption: '申請の省略',
  service: 'サービス',
  outcome: '判定',
  verdict: '指摘の種類',
  field: '項目',
  table: '表',
  reading: '書き方',
}

/** What is said elsewhere: of the section, of the rules, of where a table comes from. */
const elsewhere = new Set([
  '節',
  '出所',
  'サービスの情報の出所',
  '条項と、その果たし方',
  '規則',
  '解釈',
  '点検項目',
  '様式',
])

/** Everything that can be explained, under all its names. */
export function entriesOf(knowledge: Knowledge): Entry[] {
  const things = new Map<string, Name>()
  for (const name of [...namesOf(knowledge), ...listFields()]) {
    const key = `${name.kind} ${name.id}`
    things.set(key, { ...name, written: [...(things.get(key)?.written ?? []), ...name.written] })
  }
  return [...things.values()].map((name) => entryOf(name, knowledge))
}

/** Fields within a list have no name that could be typed; they can be looked up all the same. */
const listFields = (): Name[] =>
  Object.keys(fields)
    .filter((pointer) => pointer.includes('/*/'))
    .filter((pointer) => !pointer.endsWith('/*'))
    .map((pointer) => ({ kind: 'field', id: pointer, written: [pathOf(pointer).replaceAll('.*', '')], folded: [] }))

function entryOf({ kind, id, written }: Name, knowledge: Knowledge): Entry {
  const { topic } = explainAs(kind, id, knowledge)
  const names = [...new Set(written)].filter((one) => one !== topic.title && !one.startsWith('/'))
  return [
    headOf(kind, names[0] ?? ''),
    topic.title,
    topic.section ?? '',
    placeOf(kind, id, knowledge),
    names.join(separator),
    kind === 'rule' ? textOfRule(id, knowledge) : textOf(kind, id, knowledge),
  ]
}

/** 「規則 03-scope/network-matrix」, 「別表32」: what it is, and by what it is cited. */
const cited: ReadonlySet<Kind> = new Set(['rule', 'clause', 'form', 'criterion', 'interpretation', 'measure', 'field'])

function headOf(kind: Kind, name: string): string {
  const word = kindLabels[kind]
  if (!cited.has(kind) || name === '') return word
  return name.startsWith(word) ? name : `${word} ${name}`
}

const textOf = (kind: Kind, id: string, knowledge: Knowledge): string =>
  explainAs(kind, id, knowledge)
    .parts.filter(({ heading }) => !elsewhere.has(heading))
    .flatMap(({ lines = [] }) => lines.map((line) => line.trim()))
    .join(' ')

/** With the sentences of its findings: whoever got one can look it up. */
function textOfRule(id: string, knowledge: Knowledge): string {
  const { why, examples } = aboutRule(id, knowledge)
  const said = examples.fails.flatMap(({ message, remedy }) => [message, remedy])
  return [...new Set([why, ...said])].filter((one) => one !== null).join(' ')
}
