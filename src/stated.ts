import { runRule } from './rule.ts'

/** What a file states; null where nobody has stated it, or where the schema refused it. */
export const stated = <Value>(value: () => Value | undefined): Value | null =>
  runRule(() => [value()]).findings[0] ?? null
