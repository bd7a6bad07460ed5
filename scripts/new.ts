import { policies } from '../policies/index.ts'
import { sheets } from '../policies/sheets.ts'
import { parseAnswer } from '../src/draft/answer.ts'
import { fieldOf, pointerOfFlag } from '../src/draft/places.ts'
import { nextQuestions } from '../src/draft/questions.ts'
import type { Arguments } from './arguments.ts'
import { canAsk, Interrupted } from './ask.ts'
import { readDay, today } from './day.ts'
import { withFormAnswers } from './form/sheet.ts'
import { conclude } from './new/conclude.ts'
import { answersGiven } from './new/given.ts'
import { tell } from './new/result.ts'
import { targetOf } from './new/target.ts'

/** Makes the file of a new use: on a terminal it asks what is missing, elsewhere it says so. */
export async function run(written: Arguments): Promise<number> {
  const args = await withFormAnswers(written, '様式1か様式2', (name, word) => {
    const pointer = pointerOfFlag(name)
    return fieldOf(pointer) === undefined ? null : parseAnswer(pointer, word, sheets)
  })
  const { values, switches } = args
  const asDraft = switches.has('draft')
  const day = values['as-of'] === undefined ? today() : readDay('--as-of', values['as-of'])
  const given = answersGiven(args, day)
  const target = targetOf(values, given.folder)
  const isComplete = nextQuestions(given.draft, policies, sheets).questions.every(({ need }) => need === 'expected')
  if (isComplete || asDraft || values.format === 'json' || !canAsk()) {
    for (const note of given.notes) process.stderr.write(`${note}\n`)
    return tell(conclude(given.draft, target, { asDraft }), args)
  }
  const { talk } = await import('./new/talk.ts')
  try {
    return await tell(await talk({ ...given, day, target, id: values.id }), args)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    process.stderr.write(
      '途中でやめました。ここまでの答えは .shinsa/draft.json に残り、次に new を始めるときに続けられます。\n',
    )
    return 130
  }
}
