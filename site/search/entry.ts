/** One thing that can be looked up; a tuple, since hundreds of them travel. */
export type Entry = readonly [
  /** What it is, in a word. */
  kind: string,
  title: string,
  /** "9", or '' where it belongs to no section. */
  section: string,
  /** Its address from the top folder of the site. */
  place: string,
  /** Whatever else it is called, separated by tabs. */
  names: string,
  text: string,
]

export const separator = '\t'

/** The global name under which the index comes, as a script: from a folder nothing else can be loaded. */
export const globalName = 'shinsaGuideline'
