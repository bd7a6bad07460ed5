import type { Actor, Commit, Conversation, Dismissal, Review, ReviewState } from '../../src/gate/evidence.ts'
import { type Client, GitHubFault, query } from './client.ts'

const actor = '__typename login ...on User { databaseId } ...on Bot { databaseId }'
const text = `
query ($owner: String!, $repo: String!, $number: Int!, $reviews: String, $commits: String, $timeline: String) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) {
    state mergedAt baseRefName headRefOid author { ${actor} }
    commits(first: 100, after: $commits) { totalCount pageInfo { hasNextPage endCursor } nodes { commit { oid
      authors(first: 10) { totalCount nodes { user { databaseId } } } committer { user { login databaseId } } } } }
    reviews(first: 100, after: $reviews) { totalCount pageInfo { hasNextPage endCursor } nodes {
      databaseId state submittedAt body authorAssociation commit { oid } author { ${actor} }
      lastEditedAt editor { ${actor} } } }
    timelineItems(first: 100, after: $timeline, itemTypes: [REVIEW_DISMISSED_EVENT]) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ...on ReviewDismissedEvent {
        createdAt previousReviewState actor { ${actor} } review { databaseId } } } } } } }`

type Page<Node> = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: Node[] }
type GivenActor = { __typename: string; login: string; databaseId?: number | null } | null
type Given = {
  repository: {
    pullRequest: {
      state: string
      mergedAt: string | null
      baseRefName: string
      headRefOid: string
      author: GivenActor
      commits: Page<{ commit: GivenCommit }>
      reviews: Page<GivenReview>
      timelineItems: Page<GivenDismissal>
    } | null
  } | null
}
type GivenCommit = {
  oid: string
  authors: { totalCount: number; nodes: { user: { databaseId: number } | null }[] }
  committer: { user: { login: string; databaseId: number } | null } | null
}
type GivenReview = {
  databaseId: number
  state: ReviewState
  submittedAt: string | null
  body: string
  authorAssociation: string
  commit: { oid: string } | null
  author: GivenActor
  lastEditedAt: string | null
  editor: GivenActor
}
type GivenDismissal = {
  createdAt: string
  previousReviewState: ReviewState
  actor: GivenActor
  review: { databaseId: number } | null
}

const intention = 'レビューの読み取り'
/** A hundred pages of a hundred: nobody can talk that much. */
const most = 100

/** Everything that was said and done on a pull request. */
export async function readConversation(client: Client, number: number): Promise<Conversation> {
  const cursors: Record<string, string | null> = { reviews: null, commits: null, timeline: null }
  const found: Conversation[] = []
  let events = 0
  for (let page = 0; page < most; page += 1) {
    const { repository } = await query<Given>(client, intention, text, { number, ...cursors })
    const pull = repository?.pullRequest
    if (pull === null || pull === undefined) throw new GitHubFault(intention, null, 'there is no such pull request')
    found.push(pageOf(pull))
    events = pull.timelineItems.totalCount
    const lists = { reviews: pull.reviews, commits: pull.commits, timeline: pull.timelineItems }
    // A list that has ended gives nothing behind its last cursor.
    for (const [name, { pageInfo }] of Object.entries(lists))
      cursors[name] = pageInfo.endCursor ?? cursors[name] ?? null
    if (Object.values(lists).every(({ pageInfo }) => !pageInfo.hasNextPage)) return joined(found, events)
  }
  throw new GitHubFault(intention, null, 'the list has no end')
}

function joined(pages: readonly Conversation[], events: number): Conversation {
  const last = pages.at(-1)!
  if (pages.some(({ head }) => head !== last.head)) throw new GitHubFault(intention, null, 'the head has moved')
  const commits = { total: last.commits.total, rows: pages.flatMap((page) => page.commits.rows) }
  const reviews = { total: last.reviews.total, rows: pages.flatMap((page) => page.reviews.rows) }
  const dismissals = pages.flatMap((page) => page.dismissals)
  const isCut = [commits, reviews, { total: events, rows: dismissals }].some(({ total, rows }) => total !== rows.length)
  if (isCut) throw new GitHubFault(intention, null, 'the list is cut short')
  return { ...last, commits, reviews, dismissals }
}

type GivenPull = NonNullable<NonNullable<Given['repository']>['pullRequest']>

const pageOf = (pull: GivenPull): Conversation => ({
  isOpen: pull.state === 'OPEN',
  mergedAt: pull.mergedAt,
  baseRef: pull.baseRefName,
  head: pull.headRefOid,
  author: actorOf(pull.author),
  commits: { total: pull.commits.totalCount, rows: pull.commits.nodes.map(({ commit }) => commitOf(commit)) },
  reviews: { total: pull.reviews.totalCount, rows: pull.reviews.nodes.map(reviewOf) },
  dismissals: pull.timelineItems.nodes.map(dismissalOf),
})

const actorOf = (given: GivenActor): Actor | null =>
  given === null ? null : { type: given.__typename, login: given.login, id: given.databaseId ?? null }

const commitOf = ({ oid, authors, committer }: GivenCommit): Commit => ({
  oid,
  authors: authors.nodes.map(({ user }) => user?.databaseId ?? null),
  authorCount: authors.totalCount,
  committer:
    committer?.user === null || committer?.user === undefined
      ? null
      : { login: committer.user.login, id: committer.user.databaseId },
})

const reviewOf = (given: GivenReview): Review => ({
  id: given.databaseId,
  state: given.state,
  submittedAt: given.submittedAt,
  body: given.body,
  commit: given.commit?.oid ?? null,
  author: actorOf(given.author),
  edited: given.lastEditedAt === null ? null : { by: actorOf(given.editor) },
  association: given.authorAssociation,
})

const dismissalOf = ({ createdAt, previousReviewState, actor, review }: GivenDismissal): Dismissal => ({
  reviewId: review?.databaseId ?? null,
  previous: previousReviewState,
  by: actorOf(actor),
  at: createdAt,
})
