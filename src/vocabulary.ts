import vocabulary from '../schemas/vocabulary.schema.json' with { type: 'json' }

type Definitions = typeof vocabulary.$defs
/** A list of ids with their Japanese labels. */
export type Term = {
  [Name in keyof Definitions]: Definitions[Name] extends { enum: unknown } ? Name : never
}[keyof Definitions]

const listOf = (term: Term): { ids: readonly (string | null)[]; labels: readonly string[] } => {
  const { enum: ids, enumDescriptions: labels } = vocabulary.$defs[term] as unknown as {
    enum: (string | null)[]
    enumDescriptions: string[]
  }
  return { ids, labels }
}

/** The ids of a term, in the order of the vocabulary. */
export const idsOf = (term: Term): readonly (string | null)[] => listOf(term).ids

/** The Japanese label of an id; ids and labels are written once, in schemas/vocabulary.schema.json. */
export function label(term: Term, id: string | null): string {
  const { ids, labels } = listOf(term)
  return labels[ids.indexOf(id)] ?? String(id)
}

/** What a term is called and what it is for. */
export const aboutTerm = (term: Term): { title: string; description: string } => vocabulary.$defs[term]
export const terms = Object.entries(vocabulary.$defs).flatMap(([term, about]) =>
  'enum' in about ? [term as Term] : [],
)
