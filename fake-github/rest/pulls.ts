import { showChange, showCommit } from '../answers/commits.ts'
import { showFullPull, showPull, showReview } from '../answers/pulls.ts'
import { forkOwner } from '../answers/repository.ts'
import { invalid } from '../errors.ts'
import { changesOf, commitsOf } from '../world/pull-files.ts'
import { editPullRequest, openPullRequest, type PullEdit } from '../world/pulls.ts'
import { branchKey } from '../world/refs.ts'
import type { PullRequest } from '../world/state.ts'
import { type Call, created, type Handlers, ok, pullOf, stringIn } from './call.ts'

// GitHub lists no more than these, however many there are
const mostFiles = 3000
const mostCommits = 250

const labelOf = (call: Call, pull: PullRequest) =>
  `${forkOwner(call, pull.headKey).login}:${pull.headKey.replace(/^.*refs\/heads\//, '')}`

function listed(call: Call, pull: PullRequest): boolean {
  const { state = 'open', head, base } = call.query
  if (state !== 'all' && pull.issue.state !== state) return false
  // Without an owner GitHub ignores `head`
  if (head?.includes(':') === true && labelOf(call, pull) !== head) return false
  return base === undefined || pull.baseRef === base
}

const timeOf = (pull: PullRequest, sort: string | undefined) =>
  sort === 'updated' ? pull.issue.updatedAt : pull.issue.createdAt

function create(call: Call): PullRequest {
  const { state, body, by, app } = call
  const [head, base] = [stringIn(body, 'head') ?? '', stringIn(body, 'base') ?? '']
  const own = head.startsWith(`${state.owner.login}:`) ? head.slice(state.owner.login.length + 1) : head
  const refuse = (field: string) => invalid({ resource: 'PullRequest', field, code: 'invalid' })
  if (!state.refs.has(branchKey(own))) throw refuse('head')
  if (!state.refs.has(branchKey(base))) throw refuse('base')
  const title = stringIn(body, 'title')
  if (title === undefined) throw invalid({ resource: 'PullRequest', field: 'title', code: 'missing_field' })
  const draft = body.draft === true
  return openPullRequest(state, { author: by, app, head: own, base, title, body: stringIn(body, 'body') ?? '', draft })
}

function edit(call: Call): PullRequest {
  const pull = pullOf(call)
  const { state, body } = call
  const base = stringIn(body, 'base')
  if (base !== undefined && !state.refs.has(branchKey(base)))
    throw invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' })
  const given: PullEdit = Object.fromEntries(
    ['title', 'body', 'base', 'state'].flatMap((name) => (name in body ? [[name, body[name] ?? '']] : [])),
  )
  editPullRequest(state, pull, given, call.by)
  return pull
}

export const pullHandlers: Handlers = {
  'pulls/list': (call) => {
    const { sort, direction = sort === undefined || sort === 'created' ? 'desc' : 'asc' } = call.query
    const pulls = [...call.state.pulls.values()].filter((pull) => listed(call, pull))
    pulls.sort((one, other) => (timeOf(one, sort) < timeOf(other, sort) ? -1 : 1))
    if (direction === 'desc') pulls.reverse()
    return { list: pulls.map((pull) => showPull(call, pull)) }
  },
  'pulls/get': (call) => ok(showFullPull(call, pullOf(call))),
  'pulls/create': (call) => created(showFullPull(call, create(call))),
  'pulls/update': (call) => ok(showFullPull(call, edit(call))),
  'pulls/list-files': (call) => {
    const pull = pullOf(call)
    const changes = changesOf(call.state, pull).slice(0, mostFiles)
    return { list: changes.map((change) => showChange(call, change, pull.headSha)) }
  },
  'pulls/list-commits': (call) => {
    const commits = commitsOf(call.state, pullOf(call)).slice(0, mostCommits)
    return { list: commits.map((commit) => showCommit(call, commit)) }
  },
  'pulls/list-reviews': (call) => {
    const pull = pullOf(call)
    return { list: pull.reviews.map((review) => showReview(call, pull, review)) }
  },
}
