import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { answerAt } from '../../src/draft/completion.ts'
import { nextQuestions, type Question } from '../../src/draft/questions.ts'
import type { Pointer } from '../../src/pointer.ts'
import type { Setting } from './app.tsx'
import { Ask } from './ask/ask.tsx'
import { today } from './clock.ts'
import { type Act, type Desk, DeskContext, useDesk } from './desk.ts'
import { HandIn } from './hand-in/hand-in.tsx'
import { asApplication } from './model/begin.ts'
import type { Drafts, Kept } from './model/drafts.ts'
import { judged } from './model/judged.ts'
import { form6Answers } from './model/records.ts'
import { sectionsOf } from './model/sections.ts'
import { answered, touchedAt, typedIn, type Work } from './model/work.ts'
import { Saved } from './parts/saved.tsx'
import { Steps } from './parts/steps.tsx'
import { hashTo } from './place.ts'
import { Record } from './record/record.tsx'
import { onceReleased } from './release.ts'
import { useKept } from './store.ts'
import { Write } from './write/write.tsx'

type Props = { drafts: Drafts; kept: Kept; at: string; setting: Setting }

/** Where one work lies: what is kept of it, what is said of it, and the step on which somebody is. */
export const Bench = ({ drafts, kept, at, setting }: Props) => {
  const { work, saving, change } = useKept(drafts, kept)
  const day = today()
  const found = useMemo(() => judged(work, day), [work.draft, work.folder, work.name, work.base, day])
  const questions = [...useQuestions(work), ...openForm6(work)]
  const sections = sectionsOf(work, questions, found.found)
  const act: Act = {
    change,
    answer: (pointer, value) => change((one) => answered(one, pointer, value)),
    type: (pointer, text) => change((one) => typedIn(one, pointer, text)),
    touch: (...pointers) => onceReleased(() => change((one) => touchedAt(one, ...pointers))),
  }
  const needs = useNeeds(questions)
  const desk: Desk = { work, judged: found, questions, needs, sections, act, today: day, ...setting }
  const isApplied = found.answer.assessment.outcome === 'application'
  useEffect(() => {
    change((one) => ({ ...(at !== 'ask' && isApplied ? asApplication(one, day) : one), at }))
  }, [at, isApplied])
  // A draft that has become a copy has an address of its own.
  useEffect(() => {
    if (work.id !== kept.work.id) history.replaceState(null, '', hashTo(work.id, at))
  }, [work.id])
  const [step, page = null] = at.split('/')
  return (
    <DeskContext.Provider value={desk}>
      <Steps step={step ?? 'ask'} />
      <Saved saving={saving} />
      <Step step={step ?? 'ask'} page={page} />
    </DeskContext.Provider>
  )
}

const Step = ({ step, page }: { step: string; page: string | null }) => {
  const { work } = useDesk()
  if (step === 'hand-in') return <HandIn />
  if (work.task !== 'new' && work.task !== 'renew') return <Record task={work.task} />
  return step === 'write' ? <Write page={page} /> : <Ask />
}

/** What a field needs, also once it has been answered and is asked for no more. */
function useNeeds(questions: readonly Question[]): Desk['needs'] {
  const needs = useRef(new Map<Pointer, Question['need']>())
  for (const { pointer, need } of questions) needs.current.set(pointer, need)
  return needs.current
}

const openForm6 = (work: Work): Question[] =>
  form6Answers(work)
    .filter((pointer) => answerAt(work.draft, pointer) === undefined)
    .map((pointer) => ({ pointer, need: 'required' }))

/** Longer than somebody takes from key to key, shorter than he waits for a new question. */
const pause = 120

/** What is still to be asked: found out in a pause, for it takes longer than a keystroke may. */
function useQuestions({ draft }: Work): readonly Question[] {
  const [questions, setQuestions] = useState<readonly Question[]>(
    () => nextQuestions(draft, policies, sheets).questions,
  )
  useEffect(() => {
    const timer = setTimeout(() => setQuestions(nextQuestions(draft, policies, sheets).questions), pause)
    return () => clearTimeout(timer)
  }, [draft])
  return questions
}
