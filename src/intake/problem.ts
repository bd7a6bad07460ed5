/** What keeps an answer from being taken: the field's label, where it is about one, and Japanese sentences. */
export type Problem = { label: string | null; text: string }

export const problemOf = (text: string): Problem => ({ label: null, text })
