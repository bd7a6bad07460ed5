import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Knowledge } from '../../../src/explain/knowledge.ts'
import { placeOf } from '../../../src/explain/places.ts'
import type { Kind } from '../../../src/explain/topic.ts'

/** What the pages of the guideline show; they are nothing but a view of it. */
export const Known = createContext<Knowledge | null>(null)

export function useKnowledge(): Knowledge {
  const knowledge = useContext(Known)
  if (knowledge === null) throw new Error('no knowledge around this part')
  return knowledge
}

export function usePlace(): (kind: Kind, id: string) => string {
  const knowledge = useKnowledge()
  return (kind, id) => placeOf(kind, id, knowledge)
}
