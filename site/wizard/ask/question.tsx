import { policies } from '../../../policies/index.ts'
import { type Choice, choicesOf } from '../../../src/draft/answer.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { fieldOf } from '../../../src/draft/places.ts'
import type { Field } from '../../../src/generated/fields.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { useDesk } from '../desk.ts'
import { FieldBox, Guidance, partIds } from '../fields/box.tsx'
import { Choices, type Option, optionOf } from '../fields/choices.tsx'
import { listWith } from '../fields/field.tsx'
import { examplesOf } from '../model/guidance.ts'
import { foundAt } from '../model/judged.ts'
import { leftUnsure } from '../model/work.ts'

const unsure: Option = { key: 'unsure', label: 'まだ分からない' }
const nothing: Option = { key: 'nothing', label: 'どれも扱わない（重要情報なし）' }

/** A question that decides whether the use is allowed, and by which procedure. */
export const Question = ({ pointer }: { pointer: Pointer }) => {
  const { work, judged, act } = useDesk()
  const field = fieldOf(pointer)!
  // What decides the outcome is said below, with the outcome.
  const deciding = new Set(judged.answer.assessment.because.map(({ rule }) => rule))
  const wrong = foundAt(judged.found, pointer).filter(
    ({ verdict, rule }) => verdict === 'violation' && !deciding.has(rule),
  )
  const choices = choicesOf(field)
  const answer = answerAt(work.draft, pointer)
  const isMany = field.type === 'array'
  const options = [
    ...choices.map((choice) => withExamples(choice, field)),
    ...(pointer === '/information/kinds' ? [nothing] : []),
    unsure,
  ]
  const choose = (key: string, isChosen: boolean): void => {
    if (key === unsure.key) act.change((now) => leftUnsure(now, pointer))
    else if (key === nothing.key) act.answer(pointer, isChosen ? [] : undefined)
    else act.answer(pointer, answerWith(choices, { answer, key, isChosen, isMany }))
    act.touch(pointer)
  }
  return (
    <FieldBox
      pointer={pointer}
      kind="group"
      title={policies.questions[pointer]}
      need={null}
      help={<QuestionHelp pointer={pointer} field={field} />}
      found={wrong}
      problem={null}
    >
      <Choices
        pointer={pointer}
        options={options}
        chosen={work.unsure.includes(pointer) ? [unsure.key] : chosenOf(choices, answer)}
        many={isMany}
        isWrong={wrong.length > 0}
        choose={choose}
        leave={() => undefined}
      />
    </FieldBox>
  )
}

type Chosen = { answer: unknown; key: string; isChosen: boolean; isMany: boolean }

function answerWith(choices: readonly Choice[], { answer, key, isChosen, isMany }: Chosen): unknown {
  const { value } = choices.find(({ id }) => id === key)!
  return isMany ? listWith(choices, answer, value, isChosen) : value
}

function chosenOf(choices: readonly Choice[], answer: unknown): string[] {
  if (Array.isArray(answer) && answer.length === 0) return [nothing.key]
  return choices
    .filter(({ value }) => (Array.isArray(answer) ? answer.includes(value) : value === answer))
    .map(({ id }) => id)
}

/** What the label does not say by itself. */
function withExamples(choice: Choice, { term }: Field): Option {
  if (choice.value === null) return { key: choice.id, label: '当てはまるものはない' }
  const examples = examplesOf(term, choice.id)
  if (examples.length === 0) return optionOf(choice)
  const more = examples.length > mostExamples ? 'など' : ''
  return { ...optionOf(choice), hint: `例: ${examples.slice(0, mostExamples).join('、')}${more}` }
}
const mostExamples = 5

const QuestionHelp = ({ pointer, field }: { pointer: Pointer; field: Field }) => (
  <>
    <p class="help" id={partIds(pointer).help}>
      {field.description}
      {field.type === 'array' && 'いくつでも選べます。'}
    </p>
    <Guidance pointer={pointer} />
  </>
)
