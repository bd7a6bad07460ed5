import { type Commit, readCommit } from './commits.ts'
import type { ObjectStore } from './objects.ts'

/** A commit and everything it was built on. */
export function ancestors(store: ObjectStore, sha: string): Set<string> {
  const seen = new Set<string>()
  const waiting = [sha]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...readCommit(store, next).parents)
  }
  return seen
}

export const isAncestor = (store: ObjectStore, old: string, young: string): boolean => ancestors(store, young).has(old)

/** Commits of `head` that `base` does not have, parents before children. */
export function commitsBetween(store: ObjectStore, base: string | null, head: string): Commit[] {
  const known = base === null ? new Set<string>() : ancestors(store, base)
  const order: Commit[] = []
  const visit = (sha: string): void => {
    if (known.has(sha)) return
    known.add(sha)
    const commit = readCommit(store, sha)
    for (const parent of commit.parents) visit(parent)
    order.push(commit)
  }
  visit(head)
  return order
}

/** The nearest common ancestor; histories with several best ones do not occur with squash merges. */
export function mergeBase(store: ObjectStore, one: string, other: string): string | null {
  const known = ancestors(store, one)
  const waiting = [other]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (known.has(next)) return next
    waiting.push(...readCommit(store, next).parents)
  }
  return null
}
