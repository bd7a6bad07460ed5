import type { Answer } from '../../src/draft/answer.ts'
import { isMapping, type Mapping } from '../../src/draft/mapping.ts'
import { keysOf, type Pointer, pointerOf } from '../../src/pointer.ts'
import {
  dataFields,
  type EndAnswers,
  type EndScope,
  endFields,
  requiredEnd,
  saysData,
} from '../../src/record/termination.ts'
import type { Arguments } from '../arguments.ts'
import { hintAt, wordAll } from '../meant.ts'
import type { Missing } from '../new/report.ts'
import { UsageError } from '../usage.ts'
import { missingAnswer, readAnswers, readValue, readValues } from './values.ts'

const nameOfEnd = (field: Pointer): string => keysOf(field).slice(1).join('.')
const names = endFields.map(nameOfEnd)

const fieldOfEnd = (name: string): Pointer => `/termination${pointerOf(name.split('.'))}`

export const readEnd = (name: string, word: string): Answer | null =>
  names.includes(name) ? readValue(fieldOfEnd(name), word) : null

/** What options and a file answer; an option wins. */
export function terminationAnswers({ values, given }: Arguments): EndAnswers {
  const filed = values.from === undefined ? [] : valuesIn(readAnswers(values.from), values.from)
  const named = given
    .filter(([name]) => names.includes(name))
    .map(([name, written]) => ({ name: `--${name}`, at: name, written }))
  const answers = [...filed, ...named].map((answer) => ({ ...answer, field: fieldOfEnd(answer.at) }))
  const read = readValues(answers)
  return Object.fromEntries(answers.map(({ field }, index) => [field, read[index]]))
}

type Filed = { name: string; at: string; written: string }

function valuesIn(value: Mapping, file: string, above: readonly string[] = []): Filed[] {
  return Object.entries(value).flatMap(([key, entry]): Filed[] => {
    const at = [...above, key].join('.')
    if (isMapping(entry) && names.some((name) => name.startsWith(`${at}.`)))
      return valuesIn(entry, file, [...above, key])
    if (!names.includes(at)) throw new UsageError(unknownName(file, at))
    return entry === null ? [] : [{ name: `${file} の ${at}`, at, written: String(entry) }]
  })
}

const unknownName = (file: string, at: string): string =>
  `${file} に ${at} という項目はありません。${hintAt(at, names, wordAll(names))}`

/** The answers that only somebody who ends the use can give. */
export function missingEnd(answers: EndAnswers, { needsData }: EndScope): Missing[] {
  const asked = [...requiredEnd, ...(needsData && !saysData(answers) ? dataFields.slice(0, 2) : [])]
  return asked.filter((field) => answers[field] === undefined).map((field) => missingAnswer(nameOfEnd(field), field))
}
