import { fields } from '../generated/fields.ts'
import { keysOf, type Pointer } from '../pointer.ts'
import type { Policies } from '../rule.ts'
import { idsOf, type Term } from '../vocabulary.ts'
import { type Draft, rowKeys, withAnswer, withoutAnswer } from './draft.ts'
import { isMapping } from './mapping.ts'
import { fieldOf, isLeaf } from './places.ts'
import type { Speaks } from './trials.ts'

/** What only the life of a use brings, or the office that receives the application. */
const later = [
  '/checks',
  '/confirmations',
  '/suspension',
  '/termination',
  '/application/permittedBefore',
  '/application/entry',
]

/** Every answer that an application could still have: those of the lists for the rows that are there. */
export function openAnswers(draft: Draft, rows: readonly Pointer[], { questions }: Policies): Pointer[] {
  const plain = Object.keys(fields).filter((pointer) => isLeaf(fields[pointer]) && !keysOf(pointer).includes('*'))
  const below = rows.flatMap((row) => leavesOfRow(row))
  const isOpen = (pointer: Pointer): boolean =>
    !(pointer in questions) &&
    !later.some((block) => pointer.startsWith(block)) &&
    answerAt(draft, pointer) === undefined
  return [...plain, ...below].filter(isOpen)
}

function leavesOfRow(row: Pointer): Pointer[] {
  const [list = ''] = keysOf(row)
  const base = `/${list}/*`
  return Object.keys(fields)
    .filter(
      (pointer) =>
        pointer.startsWith(`${base}/`) && isLeaf(fields[pointer]) && pointer !== `${base}/${rowKeys.get(list)}`,
    )
    .map((pointer) => row + pointer.slice(base.length))
}

/** An answer; null where "none" is one. */
export function answerAt(draft: Draft, pointer: Pointer): unknown {
  const found = keysOf(pointer).reduce<unknown>((inner, key) => (isMapping(inner) ? inner[key] : undefined), draft)
  const field = fieldOf(pointer)
  return found === null && field?.default !== null ? undefined : found
}

/**
 * The answers without which the rules would find more to say: all that is open is answered for trial, and taken away
 * again as long as nobody misses it. What the engine demands is asked for, and nothing is written down twice.
 */
export function neededAnswers(draft: Draft, open: readonly Pointer[], speaks: Speaks): Pointer[] {
  const { complete, isMissed } = completionOf(draft, open, speaks)
  let rest = complete
  const isRequired = (pointer: Pointer): boolean => fieldOf(pointer)?.required === true
  let needed = [...keep(open.filter((pointer) => !isRequired(pointer))), ...keep(open.filter(isRequired))]
  // Some are missed only because of another that was taken away after them.
  for (let count = open.length; needed.length < count; needed = keep(needed)) count = needed.length
  return needed

  /** Those of the answers that are missed; the others are taken away, as many at once as can be. */
  function keep(pointers: readonly Pointer[]): Pointer[] {
    if (pointers.length === 0) return []
    const without = pointers.reduce(withoutAnswer, rest)
    if (!isMissed(without)) {
      rest = without
      return []
    }
    const middle = Math.ceil(pointers.length / 2)
    return pointers.length === 1 ? [...pointers] : [...keep(pointers.slice(0, middle)), ...keep(pointers.slice(middle))]
  }
}

/** Those of the answers that are missed when all that is open is answered but this one. */
export function missedAnswers(
  draft: Draft,
  open: readonly Pointer[],
  among: readonly Pointer[],
  speaks: Speaks,
): Pointer[] {
  const { complete, isMissed } = completionOf(draft, open, speaks)
  // Without an answer that its block must have, the rest of the block is nothing either.
  const blockOf = (pointer: Pointer): Pointer[] => {
    const block = pointer.slice(0, pointer.lastIndexOf('/') + 1)
    return fieldOf(pointer)?.required === true ? open.filter((other) => other.startsWith(block)) : [pointer]
  }
  return among.filter((pointer) => isMissed(blockOf(pointer).reduce(withoutAnswer, complete)))
}

function completionOf(draft: Draft, open: readonly Pointer[], speaks: Speaks) {
  const complete = open.reduce((answers, pointer) => withAnswer(answers, pointer, trialAnswer(pointer)), draft)
  const most = speaks(complete)
  const isMissed = (answers: Draft): boolean =>
    [...speaks(answers)].some(([said, times]) => times > (most.get(said) ?? 0))
  return { complete, isMissed }
}

/** The first of a list of ids is the plainest: new, pending, met; the schema has an example of anything else. */
export function trialAnswer(pointer: Pointer): unknown {
  const field = fieldOf(pointer)
  if (field?.type === 'enum' && field.term !== undefined) return idsOf(field.term as Term)[0]
  return field?.examples?.[0]
}
