import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from './client.ts'
import { type FakeGitHub, startFakeGitHub } from './start.ts'

const proof = `query ($owner:String!,$repo:String!,$n:Int!,$r:String,$c:String,$t:String){ repository(owner:$owner,name:$repo){ pullRequest(number:$n){
  state merged mergedAt baseRefName headRefOid changedFiles isCrossRepository author{__typename login ...on User{databaseId}} mergedBy{login}
  mergeCommit{oid parents(first:2){nodes{oid}} signature{isValid state}}
  commits(first:100,after:$c){totalCount pageInfo{hasNextPage endCursor} nodes{commit{oid authors(first:10){totalCount nodes{user{databaseId}}}
    committer{user{login databaseId}}}}}
  reviews(first:100,after:$r){totalCount pageInfo{hasNextPage endCursor} nodes{databaseId state submittedAt lastEditedAt body commit{oid}
    author{__typename login ...on User{databaseId}}}}
  timelineItems(first:100,after:$t,itemTypes:[REVIEW_DISMISSED_EVENT,HEAD_REF_FORCE_PUSHED_EVENT,BASE_REF_CHANGED_EVENT]){
    pageInfo{hasNextPage endCursor} nodes{__typename ...on ReviewDismissedEvent{createdAt previousReviewState actor{login} review{databaseId}}
    ...on HeadRefForcePushedEvent{createdAt} ...on BaseRefChangedEvent{createdAt}}} } } }`

const openPulls = `query ($owner:String!,$repo:String!,$after:String){ repository(owner:$owner,name:$repo){
  pullRequests(states:[OPEN],baseRefName:"main",first:2,after:$after){ totalCount pageInfo{hasNextPage endCursor}
    nodes{ number headRefOid changedFiles files(first:100){ totalCount nodes{ path changeType } } } } } }`

type Page<T> = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: T[] }
const where = { owner: 'example-city', repo: 'shinsa' }
let github: FakeGitHub
beforeEach(async () => {
  github = await startFakeGitHub({ files: { 'services/koho/a.yml': 'name: あ\n' } })
})
afterEach(() => github.close())

const client = () => connect(github, github.world.app('shinsa-gate').token)

test('the proof of an approval: people by id, commits, dismissals, the signed merge', async () => {
  const { world } = github
  const [hanako, taro, jiro] = [world.user('hanako'), world.user('taro'), world.user('jiro')]
  const first = world.commit('change', { author: hanako, coAuthors: [taro], files: { a: '1' } })
  world.commit('change', { author: { name: '誰か', email: 'nobody@example.jp' }, files: { b: '1' } })
  const pull = world.openPullRequest({ author: hanako, head: 'change' })
  const early = world.review(pull, { by: jiro, body: 'よい' })
  world.dismiss(pull, early, { by: taro })
  world.commit('change', { author: hanako, files: { b: '2' }, amend: true, web: true })
  const review = world.review(pull, { by: jiro, body: '/判断 3f2a91c4 可 理由' })
  world.editReview(review, { body: '/判断 3f2a91c4 可 別の理由' })
  const oid = world.merge(pull, { by: jiro })
  const { repository } = await (await client()).graphql<{ repository: { pullRequest: Record<string, unknown> } }>(
    proof,
    { ...where, n: 1 },
  )
  expect(repository.pullRequest).toMatchObject({
    state: 'MERGED',
    merged: true,
    changedFiles: 2,
    isCrossRepository: false,
    author: { __typename: 'User', login: 'hanako', databaseId: hanako.id },
    mergedBy: { login: 'jiro' },
    mergeCommit: { oid, parents: { nodes: [{}] }, signature: { isValid: true, state: 'VALID' } },
    commits: {
      totalCount: 2,
      nodes: [
        {
          commit: {
            oid: first,
            authors: { totalCount: 2, nodes: [{ user: { databaseId: hanako.id } }, { user: { databaseId: taro.id } }] },
          },
        },
        { commit: { oid: pull.headSha, committer: { user: { login: 'web-flow' } } } },
      ],
    },
    reviews: {
      totalCount: 2,
      nodes: [
        { databaseId: early.id, state: 'DISMISSED', lastEditedAt: null },
        {
          state: 'APPROVED',
          lastEditedAt: review.lastEditedAt,
          commit: { oid: pull.headSha },
          author: { databaseId: jiro.id },
        },
      ],
    },
    timelineItems: {
      nodes: [
        {
          __typename: 'ReviewDismissedEvent',
          previousReviewState: 'APPROVED',
          actor: { login: 'taro' },
          review: { databaseId: early.id },
        },
        { __typename: 'HeadRefForcePushedEvent' },
      ],
    },
  })
})

test('a commit of an unknown address and one of a bot have no user', async () => {
  const { world } = github
  const gate = world.app('shinsa-gate')
  world.commit('change', { author: { name: '誰か', email: 'nobody@example.jp' }, files: { a: '1' } })
  world.commit('change', { author: gate.bot, files: { b: '1' } })
  world.openPullRequest({ author: gate.bot, app: gate, head: 'change' })
  const octokit = await client()
  const { repository } = await octokit.graphql<{
    repository: { pullRequest: { author: object; commits: Page<object> } }
  }>(proof, { ...where, n: 1 })
  expect(repository.pullRequest.author).toEqual({ __typename: 'Bot', login: 'shinsa-gate' })
  expect(repository.pullRequest.commits.nodes).toMatchObject([
    { commit: { authors: { nodes: [{ user: null }] } } },
    { commit: { authors: { nodes: [{ user: null }] }, committer: { user: null } } },
  ])
  const commits = await octokit.rest.pulls.listCommits({ owner: where.owner, repo: where.repo, pull_number: 1 })
  expect(commits.data.map(({ author }) => author?.id ?? null)).toEqual([null, gate.bot.id])
})

test('open pull requests with their files, page by page', async () => {
  const { world } = github
  const hanako = world.user('hanako')
  for (const name of ['one', 'two', 'three']) {
    world.commit(name, { author: hanako, files: { [`${name}.yml`]: name } })
    world.openPullRequest({ author: hanako, head: name })
  }
  world.commit('four', { author: hanako, files: { 'services/koho/a.yml': null } })
  world.openPullRequest({ author: hanako, head: 'four' })
  world.close(world.pullRequest(2) as never, { by: hanako })
  const octokit = await client()
  type Answer = {
    repository: { pullRequests: Page<{ number: number; files: Page<{ path: string; changeType: string }> }> }
  }
  const first = (await octokit.graphql<Answer>(openPulls, where)).repository.pullRequests
  expect([first.totalCount, first.nodes.map(({ number }) => number)]).toEqual([3, [1, 3]])
  const after = first.pageInfo.endCursor
  const second = (await octokit.graphql<Answer>(openPulls, { ...where, after })).repository.pullRequests
  expect(second.nodes.map(({ files }) => files.nodes)).toEqual([
    [{ path: 'services/koho/a.yml', changeType: 'DELETED' }],
  ])
  expect(second.pageInfo.hasNextPage).toBe(false)
})

test('reviews go over several pages', async () => {
  const { world } = github
  const hanako = world.user('hanako')
  world.commit('change', { author: hanako, files: { a: '1' } })
  const pull = world.openPullRequest({ author: hanako, head: 'change' })
  for (let count = 0; count < 130; count += 1) world.review(pull, { by: world.user('jiro'), state: 'COMMENTED' })
  const octokit = await client()
  type Answer = { repository: { pullRequest: { reviews: Page<{ databaseId: number }> } } }
  const read = async (r: string | null) =>
    (await octokit.graphql<Answer>(proof, { ...where, n: 1, r })).repository.pullRequest.reviews
  const first = await read(null)
  const second = await read(first.pageInfo.endCursor)
  expect([first.nodes.length, second.nodes.length, first.totalCount]).toEqual([100, 30, 130])
  expect(new Set([...first.nodes, ...second.nodes].map(({ databaseId }) => databaseId)).size).toBe(130)
})

test('a pull request that does not exist is an error without a fault', async () => {
  const octokit = await client()
  await expect(octokit.graphql(proof, { ...where, n: 9 })).rejects.toThrow('Could not resolve to a PullRequest')
  expect(github.violations).toEqual([])
})
