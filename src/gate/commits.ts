import type { Commit } from './evidence.ts'
import type { Blocker } from './types.ts'

/** A commit that our own App made for somebody, as REST tells it. */
export type AppCommit = { oid: string; botId: number | null; isVerified: boolean; message: string }

export type Attributed = { blockers: Blocker[]; entered: number[] }

/** The line with which our App says for whom it writes. */
const trailer = /^Entered-By: ([1-9]\d{0,14})$/gm
export const entryTrailer = (userId: number): string => `Entered-By: ${userId}`

/** Commits without an account behind them. */
export const anonymous = (commits: readonly Commit[]): Commit[] =>
  commits.filter(({ authors, committer }) => authors.includes(null) || committer === null)

/** Who wrote what must be known: else nobody can say that the one who approves is not the one who wrote. */
export function attribute(
  commits: readonly Commit[],
  byApp: readonly AppCommit[],
  botIds: ReadonlySet<number>,
): Attributed {
  const own = new Map(
    byApp
      .filter(({ botId, isVerified }) => isVerified && botId !== null && botIds.has(botId))
      .map((commit) => [commit.oid, commit]),
  )
  const unknown = anonymous(commits).filter(({ oid }) => !own.has(oid))
  const entered = anonymous(commits).flatMap(({ oid }) => {
    const commit = own.get(oid)
    return commit === undefined ? [] : [personIn(commit.message)]
  })
  return {
    blockers: [
      ...(unknown.length === 0 ? [] : [unattributed(unknown)]),
      ...(entered.some(Number.isNaN) ? [unsaid] : []),
    ],
    entered: entered.filter((id) => !Number.isNaN(id)),
  }
}

/** What is written twice could have come from the application itself. */
function personIn(message: string): number {
  const found = [...message.matchAll(trailer)]
  return found.length === 1 ? Number(found[0]?.[1]) : Number.NaN
}

const unattributed = (commits: readonly Commit[]): Blocker => ({
  kind: 'unattributed',
  file: null,
  message: `だれが書いたか分からないコミットが${commits.length}件あります（${commits
    .slice(0, 5)
    .map(({ oid }) => oid.slice(0, 7))
    .join('、')}）。`,
  remedy: 'GitHub の利用者に結び付いたメールアドレスで、コミットし直してください。',
})

const unsaid: Blocker = {
  kind: 'entry',
  file: null,
  message: '受付の仕組みが作ったコミットに、だれの申請を入力したかが書かれていません。',
  remedy: '受付からやり直してください。',
}
