import { describe, expect, test } from 'vitest'
import { knowledge } from '../../policies/knowledge.ts'
import { renderExplanation } from '../reporters/explanation.ts'
import { idsOf, label, type Term } from '../vocabulary.ts'
import { explain } from './explain.ts'
import { namesOf } from './names.ts'
import type { Explanation, Topic } from './topic.ts'

const { policies, sections, clauses, forms, interpretations, tables } = knowledge

function explained(written: string): Explanation {
  const answer = explain(written, knowledge)
  if ('near' in answer) throw new Error(`${written} is unknown; near: ${answer.near}`)
  return answer.found
}
const topicOf = (written: string): Topic => explained(written).topic
const textOf = (written: string, width = 100): string => renderExplanation(explained(written), { width, colour: false })

const terms = [
  'serviceClass',
  'network',
  'category',
  'informationKind',
  'exemption',
  'condition',
  'outcome',
  'verdict',
  'riskGroup',
] as const
/** Ids that are no ordinary English words either, with every label that stands for them. */
const labels = new Map<string, string[]>()
for (const term of terms satisfies readonly Term[])
  for (const id of idsOf(term)) if (id !== null) labels.set(id, [...(labels.get(id) ?? []), label(term, id)])
for (const { id, label: title } of tables.exemptions.rows) labels.get(id!)!.push(title)
for (const word of ['map', 'other', 'application']) labels.delete(word)

function bareIds(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const tokens = line.match(/[A-Za-z0-9_./#:-]+/g) ?? []
    return tokens
      .filter((token) => labels.get(token)?.every((one) => !line.includes(one)))
      .map((token) => `${token}: ${line}`)
  })
}

const everything = {
  rule: Object.keys(policies.rules),
  section: sections.flatMap(({ number, subsections = [] }) => [
    number,
    ...subsections.map((below) => `${number}-${below.number}`),
  ]),
  clause: clauses.map(({ id }) => id),
  form: [1, 2, 3, 4, 5, 6, 7].map((number) => `form${number}`),
  item: forms.flatMap(({ items = [] }) => items.map(({ id }) => id)),
  interpretation: interpretations.map(({ number }) => `#${number}`),
  criterion: tables.criteria.rows.map(({ number }) => `別表${number}`),
  measure: [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲'],
  risk: tables.risks.rows.map(({ id }) => id),
  condition: idsOf('condition').map(String),
  exemption: tables.exemptions.rows.map(({ id }) => String(id)),
  service: tables.knownServices.services.map(({ name }) => name),
  outcome: idsOf('outcome').map(String),
  verdict: idsOf('verdict').map(String),
}

for (const [kind, names] of Object.entries(everything))
  describe(kind, () => {
    test.each(names)('%s', (name) => {
      const { topic } = explained(name)
      expect(topic).toMatchObject({ kind, id: expect.any(String), title: expect.stringMatching(/./) })
      expect(topic.section === null || /^([1-9]|1[0-5])$/.test(topic.section)).toBe(true)
      expect(topicOf(topic.id), 'an id explains itself').toEqual(topic)
      expect(JSON.parse(JSON.stringify(topic)), 'JSON says all of it').toEqual(topic)
      const text = textOf(name)
      expect(text).toMatch(/[ぁ-ん]/)
      expect(text).not.toMatch(/undefined|\[object|NaN/)
      expect(text).not.toMatch(/[ \t]\n/)
      if (kind !== 'form' && kind !== 'item') expect(bareIds(textOf(name, 1000))).toEqual([])
    })
  })

describe('ways to write a name', () => {
  test.each([
    ['network-matrix', '03-scope/network-matrix'],
    ['３', '3'],
    ['§3', '3'],
    ['第3節', '3'],
    ['９', '9'],
    ['9-(3)', '9-(3)'],
    ['９－⑶', '9-(3)'],
    ['§9-(3)', '9-(3)'],
    ['9-(3)(a)', '9-(3)'],
    ['9-3', '9-3'],
    ['様式５', 'form5'],
    ['FORM5', 'form5'],
    ['form 5', 'form5'],
    ['11-operation/form-5', 'form5'],
    ['＃１６', '#16'],
    ['解釈16', '#16'],
    ['No.32', '別表32'],
    ['ｎｏ．３２', '別表32'],
    ['別表No.1', '別表1'],
    ['x1', '別表X1'],
    ['§15⑦', '§15⑦'],
    ['⑮', '§15⑮'],
    ['ロゴフォーム', 'LoGoフォーム'],
    ['利用不可', 'prohibited'],
    ['要判断', 'judgement'],
    ['use.networks', '/use/networks'],
    ['別表', '07-selection/criteria'],
    ['接続元とサービスの区分の組合せ', '03-scope/network-matrix'],
  ])('%s', (written, id) => expect(topicOf(written).id).toBe(id))

  test('no id is taken by something else', () => {
    const lost = namesOf(knowledge).filter(({ kind, id, written }) => {
      const { topic } = explained(written[0]!)
      return topic.kind !== kind && !(kind === 'exemption' && topic.kind === 'service') && kind !== 'table'
        ? `${kind} ${id}`
        : false
    })
    expect(lost).toEqual([])
  })
})

describe('what is unknown', () => {
  const nearTo = (written: string): string[] => {
    const answer = explain(written, knowledge)
    return 'near' in answer ? answer.near : []
  }
  test.each([
    ['nettwork-matrix', '03-scope/network-matrix'],
    ['nettwork', '03-scope/network-matrix'],
    ['様式8', '様式7'],
    ['#99', '#33'],
    ['別表99', '別表40'],
    ['第16節', '第15節'],
    ['9-(4)', '9-(3)'],
    ['⑳', '⑲'],
    ['Zom', 'Zoom'],
  ])('%s', (written, near) => expect(nearTo(written)[0]).toBe(near))

  test('a name that several rules share names them', () =>
    expect(nearTo('checklist')).toEqual(
      expect.arrayContaining(['10-introduction/checklist', '11-operation/checklist']),
    ))
  test('nothing near, nothing said', () => {
    expect(nearTo('xyzxyz')).toEqual([])
    expect(nearTo('')).toEqual([])
  })
})

describe('the engine answers to every example', () => {
  test.each(everything.rule)('%s', (id) => {
    const { examples } = topicOf(id) as unknown as { examples: { fails: { name: string; message: string | null }[] } }
    expect(examples.fails.filter(({ message }) => message === null).map(({ name }) => name)).toEqual([])
  })
})

test.each([
  ['rule', '03-scope/network-matrix'],
  ['change-rule', '09-procedure/removal'],
  ['calendar-rule', '12-disposal/certificate-due'],
  ['section', '4'],
  ['subsection', '9-(3)'],
  ['clause', '9-3'],
  ['application-form', 'form3'],
  ['checklist', 'form7'],
  ['item', 'f5-09'],
  ['interpretation', '#16'],
  ['criterion', '別表32'],
  ['measure', '⑮'],
  ['risk', 'common-offshore'],
  ['condition', 'prior-consultation'],
  ['exemption', 'free-map-search-translation'],
  ['service', 'LoGoフォーム'],
  ['outcome', 'prohibited'],
  ['verdict', 'judgement'],
  ['field', '/use/networks'],
  ['table', '05-personal/pia-thresholds'],
])('golden: %s', async (file, written) => {
  await expect(textOf(written)).toMatchFileSnapshot(`golden/${file}.txt`)
  await expect(`${JSON.stringify({ version: 1, topic: topicOf(written) }, null, 2)}\n`).toMatchFileSnapshot(
    `golden/${file}.json`,
  )
})

describe('規則より前に見るもの', () => {
  test.each([
    ['yaml', 'YAML の書き方'],
    ['schema', '項目の書き方'],
    ['file', 'ファイルの置き方'],
  ])('%s', (id, title) => {
    expect(topicOf(id)).toMatchObject({ kind: 'reading', id, title, section: null })
    expect(topicOf(title)).toEqual(topicOf(id))
    expect(textOf(id)).toContain('求めること')
  })
})
