import type { Service } from '../src/generated/service.ts'
import { each, type Finding, violation } from '../src/rule.ts'
import { label } from '../src/vocabulary.ts'
import type { form4, form5, form6, form7 } from './tables.ts'

type Checklist = typeof form4 | typeof form5 | typeof form6 | typeof form7
type Item = Checklist['items'][number]
type Answer = NonNullable<Service['checks']>[number]['items'][number]

/** What is wrong with the records of one form: each of its items is answered once, and explained where it is not done. */
export const checklistFaults = (service: Service, table: Checklist): Iterable<Finding> =>
  each(service.checks, function* ({ form, items }, index) {
    if (form !== table.form) return
    const at = `/checks/${index}/items`
    if (items.length === 0) {
      yield violation(
        at,
        `様式${form}の項目が一つも記録されていません。`,
        `様式${form}のすべての項目の結果を書いてください。`,
      )
      return
    }
    yield* unexplained(items, at)
    yield* misnamed(items, at, table)
    yield* unanswered(items, at, table)
  })

const unexplained = (items: Answer[], at: string): Iterable<Finding> =>
  each(items, function* ({ result, note }, index) {
    if (result === 'yes' || note !== undefined) return
    yield violation(
      `${at}/${index}`,
      `「${label('checkResult', result)}」と答えた項目に、備考がありません。`,
      'note に、理由と今後の予定を書いてください。',
    )
  })

function misnamed(items: Answer[], at: string, { form, items: asked }: Checklist): Iterable<Finding> {
  const answered = new Set<string>()
  return each(items, function* ({ id }, index) {
    const place = `${at}/${index}/id`
    if (!asked.some((item) => item.id === id))
      yield violation(
        place,
        `「${id}」は、様式${form}の項目ではありません。`,
        `様式${form}にある項目に直すか、この行を消してください。`,
      )
    else if (answered.has(id))
      yield violation(place, `項目「${id}」の結果が、二つ以上あります。`, '正しい結果を一つだけ残してください。')
    answered.add(id)
  })
}

/** Silent where an answer cannot be read: it may be the one that seems to be missing. */
function* unanswered(items: Answer[], at: string, { form, items: asked }: Checklist): Iterable<Finding> {
  const answered = new Set(items.map(({ id }) => id))
  for (const item of asked) {
    if (answered.has(item.id)) continue
    yield violation(at, `様式${form}の項目 ${item.id}「${shortly(item)}」の結果がありません。`, remedyOf(item))
  }
}

/** The first clause of an item: enough to recognize it by. */
const shortly = ({ text }: Item): string => text.replace(/[、。].+|。$/, (rest) => (rest === '。' ? '' : '…'))

/** An item that asks only of some uses is answered all the same: that it does not apply here is an answer. */
const remedyOf = ({ id, condition }: Item): string =>
  condition === undefined
    ? `items に id: ${id} とその結果を書いてください。`
    : `items に id: ${id} とその結果を書いてください。「${condition}」に当たらなければ、result に n/a（該当なし）、note にその理由を書きます。`
