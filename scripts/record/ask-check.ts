import { type Check, type CheckAnswers, type Checklist, type Item, needsNote } from '../../src/record/check.ts'
import { label } from '../../src/vocabulary.ts'
import { askDay, askOne, askShort } from '../ask-text.ts'
import { itemField } from './check-answers.ts'
import { problemAt, problemOfDone, wordDay } from './values.ts'

const results = ['yes', 'partial', 'no', 'n/a'] as const
const nothing = '（なければ何も書かずにEnter）'

/** Asks the items one after the other; what was answered the last time stands there already. */
export async function askCheck(
  given: CheckAnswers,
  table: Checklist,
  last: Check | undefined,
  day: string,
): Promise<CheckAnswers> {
  const { intro, log } = await import('@clack/prompts')
  intro(`様式${table.form} ${table.title}`)
  if (last !== undefined) log.info(`前回の点検は ${wordDay(last.date)} です。前回の答えが、初めの答えになっています。`)
  const items: Record<string, Partial<Item>> = {}
  for (const [index, item] of table.items.entries())
    items[item.id] = await askItem(
      given.items[item.id] ?? {},
      { ...item, place: `${index + 1}/${table.items.length}` },
      last?.items.find(({ id }) => id === item.id),
    )
  const by = given.by ?? (await askShort('点検者（職名。氏名は書きません）', problemAt('/checks/*/by', true), last?.by))
  const date = given.date ?? (await askDay('点検日', problemOfDone('/checks/*/date', day), day))
  const confirmed =
    given.confirmed ?? (await askDay(`外部サービス管理者の確認日${nothing}`, problemAt('/checks/*/confirmed', false)))
  return { items, by, date: date ?? day, ...(confirmed === undefined ? {} : { confirmed }) }
}

type Asked = Checklist['items'][number] & { place: string }

async function askItem(given: Partial<Item>, item: Asked, last: Item | undefined): Promise<Partial<Item>> {
  const before = given.result === undefined ? last : undefined
  const result =
    given.result ??
    results[
      await askOne(
        wordItem(item, last),
        results.map((id) => label('checkResult', id)),
        initialOf(last),
      )
    ]
  const answer = { ...given, ...(result === undefined ? {} : { result }) }
  const same = before?.result === result ? before : undefined
  if (needsNote(answer) && answer.note === undefined)
    answer.note = await askShort(`${item.id} の理由と今後の予定`, problemAt(itemField('note'), true), same?.note)
  // Who gave an answer by an option gave all of it.
  if (given.result !== undefined || given.evidence !== undefined || result === 'n/a') return answer
  const evidence = await askShort(
    `${item.id} の根拠資料（例 ${item.evidence}）${nothing}`,
    problemAt(itemField('evidence'), false),
    same?.evidence,
  )
  return evidence === '' ? answer : { ...answer, evidence }
}

const initialOf = (last: Item | undefined): number =>
  last === undefined ? 0 : Math.max(0, results.indexOf(last.result))

function wordItem({ id, text, condition, evidence, place }: Asked, last: Item | undefined): string {
  const notHere = label('checkResult', 'n/a')
  const when = condition === undefined ? '' : `（「${condition}」に当たらなければ「${notHere}」）`
  const said = last?.note ?? last?.evidence
  const before =
    last === undefined ? '' : `　前回: ${label('checkResult', last.result)}${said === undefined ? '' : `「${said}」`}`
  return `${id}（${place}）${text}${when}\n根拠の例: ${evidence}${before}`
}
