import { useEffect, useMemo, useState } from 'preact/hooks'
import { policies } from '../../policies/index.ts'
import { sheets } from '../../policies/sheets.ts'
import { nextQuestions, type Question } from '../../src/draft/questions.ts'
import { Ask } from './ask/ask.tsx'
import { now, today } from './clock.ts'
import { type Act, type Desk, DeskContext } from './desk.ts'
import { HandIn } from './hand-in/hand-in.tsx'
import type { Drafts, Kept } from './model/drafts.ts'
import { judged } from './model/judged.ts'
import { sectionsOf } from './model/sections.ts'
import { answered, touchedAt, typedIn, type Work } from './model/work.ts'
import { Saved } from './parts/saved.tsx'
import { Steps } from './parts/steps.tsx'
import { hashTo } from './place.ts'
import { useKept } from './store.ts'
import { Write } from './write/write.tsx'

type Props = { drafts: Drafts; kept: Kept; at: string; repository: string | null }

/** Where one work lies: what is kept of it, what is said of it, and the step on which somebody is. */
export const Bench = ({ drafts, kept, at, repository }: Props) => {
  const { work, saving, change } = useKept(drafts, kept.work, kept.revision, now)
  const found = useMemo(() => judged(work), [work.draft, work.folder, work.name, work.base, work.task])
  const questions = useQuestions(work)
  const sections = sectionsOf(work, questions, found.found)
  const act: Act = {
    change,
    answer: (pointer, value) => change((one) => answered(one, pointer, value)),
    type: (pointer, text) => change((one) => typedIn(one, pointer, text)),
    touch: (...pointers) => change((one) => touchedAt(one, ...pointers)),
  }
  const desk: Desk = { work, judged: found, questions, sections, act, today: today(), repository }
  useEffect(() => change((one) => (one.at === at ? one : { ...one, at })), [at])
  // A draft that has become a copy has an address of its own.
  useEffect(() => {
    if (work.id !== kept.work.id) history.replaceState(null, '', hashTo(work.id, at))
  }, [work.id])
  const [step, page = null] = at.split('/')
  return (
    <DeskContext.Provider value={desk}>
      <Steps step={step ?? 'ask'} />
      <Saved saving={saving} />
      {step === 'write' && <Write page={page} />}
      {step === 'hand-in' && <HandIn />}
      {step !== 'write' && step !== 'hand-in' && <Ask />}
    </DeskContext.Provider>
  )
}

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
