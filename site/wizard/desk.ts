import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Question } from '../../src/draft/questions.ts'
import type { Pointer } from '../../src/pointer.ts'
import type { Judged } from './model/judged.ts'
import type { Section } from './model/sections.ts'
import type { Work } from './model/work.ts'

/** What an answer on the screen does. */
export type Act = {
  /** Undefined takes the answer away. */
  answer(pointer: Pointer, value: unknown): void
  type(pointer: Pointer, text: string): void
  /** Somebody has been there: from now on faults are shown. */
  touch(...pointers: readonly Pointer[]): void
  change(next: (work: Work) => Work): void
}

/** The work that lies on the desk, and everything that is said of it. */
export type Desk = {
  work: Work
  judged: Judged
  /** What is still to be answered; it may be a moment older than the work. */
  questions: readonly Question[]
  /** What each field needs that has been asked for since the page was opened. */
  needs: ReadonlyMap<Pointer, Question['need']>
  sections: readonly Section[]
  act: Act
  /** Today in Tokyo. */
  today: string
  /** OWNER/NAME on GitHub; null where it is not known. */
  repository: string | null
  edition: string
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('There is no work on the desk.')
  return desk
}
