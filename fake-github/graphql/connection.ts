import { GraphQLError } from 'graphql'

export type Window = {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

const most = 100
const cursorOf = (at: number) => Buffer.from(`cursor:${at}`).toString('base64')
const placeOf = (cursor: string) =>
  Number(/^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1] ?? Number.NaN)

/** A page of a list by GitHub's rules: `first` or `last` must be given, and at most 100. */
export function connection<T, S>(items: readonly T[], window: Window, show: (item: T) => S) {
  const { first, last, after, before } = window
  const size = first ?? last
  if (size === undefined || size === null)
    throw new GraphQLError('You must provide a `first` or `last` value to properly paginate.')
  if (size < 1 || size > most)
    throw new GraphQLError(`Requesting ${size} records exceeds the \`first\` limit of ${most} records.`)
  const from = place(after, -1) + 1
  const to = place(before, items.length)
  const start = first === undefined || first === null ? Math.max(from, to - size) : from
  const end = Math.min(to, start + size)
  return {
    totalCount: items.length,
    nodes: items.slice(start, end).map(show),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: end > start ? cursorOf(start) : null,
      endCursor: end > start ? cursorOf(end - 1) : null,
    },
  }
}

function place(cursor: string | null | undefined, otherwise: number): number {
  if (cursor === undefined || cursor === null) return otherwise
  const at = placeOf(cursor)
  if (Number.isNaN(at)) throw new GraphQLError(`\`${cursor}\` does not appear to be a valid cursor.`)
  return at
}
