import { sheets } from '../../../policies/sheets.ts'
import { choicesOf } from '../../../src/draft/answer.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { titleOf } from '../../../src/draft/places.ts'
import type { Field as Shape } from '../../../src/generated/fields.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { requiredEnd } from '../../../src/record/termination.ts'
import { useDesk } from '../desk.ts'
import { foundAt } from '../model/judged.ts'
import { recordField, shapeOf } from '../model/records.ts'
import { isWritten } from '../model/sections.ts'
import { isTouched, readTyped } from '../model/work.ts'
import { FieldBox, Help, type Need, partIds } from './box.tsx'
import { Choices, optionOf } from './choices.tsx'
import { Echo, TextInput } from './text.tsx'

/** `isBare`: the field stands below a text that says what it is for. */
type Props = { pointer: Pointer; title?: string; isBare?: boolean }

const titleIn = (pointer: Pointer): string =>
  recordField(pointer) === null ? titleOf(pointer, sheets) : (shapeOf(pointer)?.title ?? '')

/** One field of the application, as the schema describes it. */
export const Field = ({ pointer, title = titleIn(pointer), isBare = false }: Props) => {
  const field = shapeOf(pointer)
  return field === undefined ? null : <KnownField {...{ pointer, title, isBare, field }} />
}

const KnownField = ({ pointer, title, isBare, field }: Required<Props> & { field: Shape }) => {
  const desk = useDesk()
  const { said, isWrong, need } = stateOf(desk, pointer)
  const choices = choicesOf(field)
  const shared = { pointer, title, need, help: isBare ? null : <Help pointer={pointer} field={field} />, ...said }
  return choices.length > 0 ? (
    <FieldBox {...shared} kind="group">
      <ChoiceField pointer={pointer} field={field} isWrong={isWrong} />
    </FieldBox>
  ) : (
    <FieldBox {...shared} kind="single">
      <TextField pointer={pointer} field={field} isWrong={isWrong} />
    </FieldBox>
  )
}

/** What a field needs, and what is said of it: only where somebody has been. */
export function stateOf(desk: ReturnType<typeof useDesk>, pointer: Pointer) {
  const { work, judged } = desk
  const isAnswered = answerAt(work.draft, pointer) !== undefined
  const need = desk.needs.get(pointer) ?? needOf(pointer, isAnswered)
  const typed = work.typed[pointer]
  const isOver = isTouched(work, pointer)
  const found = isOver && isWritten(work, pointer) ? foundAt(judged.found, pointer) : []
  const problem = isOver ? problemOf(pointer, typed, need === 'required' && !isAnswered) : null
  const isWrong = problem !== null || found.some(({ verdict }) => verdict === 'violation')
  return { said: { found, problem }, isWrong, need }
}

/** What the schema says; of an answer that nothing asks for, nothing is said. */
function needOf(pointer: Pointer, isAnswered: boolean): Need {
  if (shapeOf(pointer)?.required === true || requiredEnd.includes(pointer)) return 'required'
  return isAnswered ? null : 'expected'
}

function problemOf(pointer: Pointer, typed: string | undefined, isMissing: boolean): string | null {
  if (typed === undefined) return isMissing ? '答えてください。' : null
  const read = readTyped(pointer, typed)
  return 'problem' in read ? read.problem : null
}

type ControlProps = { pointer: Pointer; field: Shape; isWrong: boolean }

const ChoiceField = ({ pointer, field, isWrong }: ControlProps) => {
  const { work, act } = useDesk()
  const choices = choicesOf(field)
  const answer = answerAt(work.draft, pointer)
  const isMany = field.type === 'array'
  const chosen = choices.filter(({ value }) => (Array.isArray(answer) ? answer.includes(value) : value === answer))
  return (
    <Choices
      pointer={pointer}
      options={choices.map(optionOf)}
      chosen={chosen.map(({ id }) => id)}
      many={isMany}
      isWrong={isWrong}
      leave={() => undefined}
      choose={(key, isChosen) => {
        const { value } = choices.find(({ id }) => id === key)!
        act.answer(pointer, isMany ? listWith(choices, answer, value, isChosen) : value)
        act.touch(pointer)
      }}
    />
  )
}

/** The list with one more or one less, in the order of the vocabulary; an empty one is no answer. */
export function listWith(
  choices: readonly { value: unknown }[],
  answer: unknown,
  value: unknown,
  isChosen: boolean,
): unknown {
  const before = Array.isArray(answer) ? answer : []
  const list = choices.map((choice) => choice.value).filter((one) => (one === value ? isChosen : before.includes(one)))
  return list.length === 0 ? undefined : list
}

const TextField = ({ pointer, field, isWrong }: ControlProps) => {
  const { work, act } = useDesk()
  const answer = answerAt(work.draft, pointer)
  const shown = work.typed[pointer] ?? (answer === undefined ? '' : String(answer))
  const { id, help, echo, found } = partIds(pointer)
  return (
    <>
      <TextInput
        id={id}
        kind={kindOf(field)}
        isDay={field.type === 'date'}
        value={shown}
        isWrong={isWrong}
        describedBy={`${help} ${echo} ${found}`}
        type={(text) => act.type(pointer, text)}
        leave={() => act.touch(pointer)}
      />
      <Echo id={echo} shown={shown} answer={answer} field={field} />
    </>
  )
}

/** What is answered in sentences gets room for them. */
function kindOf({ type, examples }: Shape): 'line' | 'lines' | 'number' {
  if (type === 'integer' || type === 'number') return 'number'
  return typeof examples?.[0] === 'string' && /[、。]/.test(examples[0]) ? 'lines' : 'line'
}
