import { contactsOf, nameOf, tasksOf, wordTask } from '../handover/tasks.ts'
import type { Handover, HandoverUse } from '../handover.ts'
import { wordConditions, wordDay, wordKinds, wordPermissionConditions, wordSuspension } from '../register/columns.ts'
import { wordStatus } from '../register/status.ts'
import { label } from '../vocabulary.ts'
import { oneLine } from './one-line.ts'
import { wordAsOf, wordCounts } from './register.ts'
import { coloured, plain } from './style.ts'
import { wrap } from './wrap.ts'

const indent = '  '

/** For people: what the next manager of a section has to know. */
export function handoverTerminal(handover: Handover, { width, colour }: { width: number; colour: boolean }): string {
  const style = colour ? coloured : plain
  const { uses, departmentName, department, asOf, hasLedger } = handover
  const part = (heading: string, texts: readonly string[]): string[] => [
    style('strong', heading),
    ...(texts.length === 0 ? ['ありません。'] : texts).flatMap((text) => paragraph(text, width)),
  ]
  const counts = uses.length === 0 ? '' : `（${wordCounts(uses)}）`
  return `${[
    style('strong', `引継書 ${oneLine(departmentName)}（${department}）`),
    `${wordAsOf(asOf)}現在 ${uses.length}件${counts}`,
    ...part('管理者・担当', contactsOf(handover)),
    ...part('期限のあるもの', tasksOf(handover).map(wordDue)),
    ...part(hasLedger ? '判断の記録がないもの' : '判断の要るもの（決定の台帳がないため、記録は確かめていません）', [
      ...uses.flatMap((use) =>
        use.questions.map(
          ({ place, question, section }) => `${nameOf(use)}: ${place}: ${question}（ガイドライン ${section}）`,
        ),
      ),
    ]),
    ...part('最後の点検で、実施しきれていないもの', uses.flatMap(wordRemaining)),
    ...part('サービス', uses.map(wordUse)),
  ].join('\n')}\n`
}

/** The first line of a text stands out, the others are about it. */
const paragraph = (text: string, width: number): string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      wrap(oneLine(line), width - indent.length * 3).map(
        (piece, row) => indent.repeat(index === 0 && row === 0 ? 1 : 3) + piece,
      ),
    )

const wordDue = (task: ReturnType<typeof tasksOf>[number]): string =>
  `${wordDay(task.due)}  ${label('dueState', task.state)}  ${flat(nameOf(task.use))}: ${wordTask(task)}`

const wordRemaining = (use: HandoverUse): string[] =>
  use.remaining.map(
    ({ form, date, item, result, note }) =>
      `${flat(nameOf(use))}: 様式${form}（${wordDay(date)}）${item}: ${label('checkResult', result)}${note === null ? '' : `。${flat(note)}`}`,
  )

/** What others wrote stays in one line. */
const flat = (text: string): string => oneLine(text)

const wordUse = (use: HandoverUse): string =>
  [
    [flat(nameOf(use)), wordStatus(use.status), use.number, wordKinds(use)].filter((word) => word !== null).join('  '),
    ...(use.status === 'suspended' ? [`利用停止: ${flat(wordSuspension(use) ?? '')}`] : []),
    `提供者: ${flat([use.provider.name, use.url].filter((word) => word !== null).join(' '))}`,
    ...use.decisions.map(
      ({ what, number, date }) =>
        `決定: ${[what, number, date === null ? null : wordDay(date)].filter((word) => word !== null).join(' ')}`,
    ),
    ...(use.contract.end === null ? [] : [`契約満了: ${wordDay(use.contract.end)}`]),
    ...wordConditions(use).map((condition) => `条件: ${flat(condition)}`),
    ...wordPermissionConditions(use).map((condition) => `許可の条件: ${flat(condition)}`),
    `ファイル: ${use.file}`,
  ].join('\n')
