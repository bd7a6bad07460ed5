import { labelsOf, showComment, showIssue, showLabel } from '../answers/issues.ts'
import { ApiError, invalid, notFound } from '../errors.ts'
import { isObject, type Json } from '../json.ts'
import type { Comment, Issue, Label } from '../world/state.ts'
import { comment, editComment, editIssue, ensureLabel, openIssue } from '../world/talk.ts'
import { type Call, created, type Handlers, issueOf, listIn, ok, stringIn } from './call.ts'

const longest = 65_536

function bodyText({ body }: Call, resource: string): string {
  const text = stringIn(body, 'body') ?? ''
  if (text.length > longest)
    throw invalid({
      resource,
      field: 'body',
      code: 'custom',
      message: `body is too long (maximum is ${longest} characters)`,
    })
  return text
}

const labelName = (label: Json): string => (isObject(label) ? String(label.name) : String(label))

function listed({ state, query }: Call): Issue[] {
  const { state: wanted = 'open', labels, creator, since, direction = 'desc', sort = 'created' } = query
  const needed = labels?.split(',') ?? []
  const issues = [...state.issues.values()]
    .filter((issue) => wanted === 'all' || issue.state === wanted)
    .filter((issue) => needed.every((label) => issue.labels.has(label)))
    .filter((issue) => creator === undefined || issue.author.login === creator)
    .filter((issue) => since === undefined || issue.updatedAt >= since)
  const key = (issue: Issue) => (sort === 'updated' ? issue.updatedAt : issue.createdAt)
  issues.sort((one, other) => (key(one) < key(other) ? -1 : 1))
  return direction === 'desc' ? issues.reverse() : issues
}

function update(call: Call): Issue {
  const issue = issueOf(call)
  const { body } = call
  const title = stringIn(body, 'title')
  const state = stringIn(body, 'state')
  const reason = stringIn(body, 'state_reason') as Issue['stateReason'] | undefined
  editIssue(
    call.state,
    issue,
    {
      ...(title === undefined ? {} : { title }),
      ...('body' in body ? { body: bodyText(call, 'Issue') } : {}),
      ...(state === 'open' || state === 'closed' ? { state } : {}),
      ...(reason === undefined ? {} : { reason }),
      ...('labels' in body ? { labels: listIn(body, 'labels').map(labelName) } : {}),
    },
    call.by,
  )
  return issue
}

function labelOf({ state, params }: Call): Label {
  const label = state.labels.get(params.name ?? '')
  if (label === undefined) throw notFound()
  return label
}

const issueWrites: Handlers = {
  'issues/create': (call) => {
    const { state, body, by, app } = call
    const labels = listIn(body, 'labels').map(labelName)
    const title = String(body.title)
    return created(showIssue(call, openIssue(state, { by, app, title, body: bodyText(call, 'Issue'), labels })))
  },
  'issues/update': (call) => ok(showIssue(call, update(call))),
  'issues/create-comment': (call) => {
    const issue = issueOf(call)
    const { by, app, state } = call
    return created(showComment(call, comment(state, issue.number, { by, app, body: bodyText(call, 'IssueComment') })))
  },
  'issues/update-comment': (call) => {
    const { state, params, by, who } = call
    const found = state.comments.find(({ id }) => id === Number(params.comment_id))
    if (found === undefined) throw notFound()
    const own = found.author === by
    if (!own && (who.kind === 'app' || state.roles.get(by.login) === 'read'))
      throw new ApiError(403, 'Resource not accessible by integration')
    editComment(state, found, { by, body: bodyText(call, 'IssueComment') })
    return ok(showComment(call, found))
  },
}

const labelHandlers: Handlers = {
  'issues/add-labels': (call) => {
    const issue = issueOf(call)
    for (const label of listIn(call.body, 'labels').map(labelName)) {
      ensureLabel(call.state, label)
      issue.labels.add(label)
    }
    return ok(labelsOf(call, issue))
  },
  'issues/remove-label': (call) => {
    const issue = issueOf(call)
    if (!issue.labels.delete(call.params.name ?? '')) throw new ApiError(404, 'Label does not exist')
    return ok(labelsOf(call, issue))
  },
  'issues/list-labels-for-repo': (call) => ({
    list: [...call.state.labels.values()].map((label) => showLabel(call, label)),
  }),
  'issues/get-label': (call) => ok(showLabel(call, labelOf(call))),
  'issues/create-label': (call) => {
    const { state, body } = call
    const name = stringIn(body, 'name') ?? ''
    if (state.labels.has(name)) throw invalid({ resource: 'Label', field: 'name', code: 'already_exists' })
    ensureLabel(state, name)
    const label = state.labels.get(name) as Label
    const made = {
      ...label,
      color: stringIn(body, 'color') ?? label.color,
      description: stringIn(body, 'description') ?? null,
    }
    state.labels.set(name, made)
    return created(showLabel(call, made))
  },
}

export const issueHandlers: Handlers = {
  ...issueWrites,
  ...labelHandlers,
  'issues/list-for-repo': (call) => ({ list: listed(call).map((issue) => showIssue(call, issue)) }),
  'issues/get': (call) => ok(showIssue(call, issueOf(call))),
  'issues/list-comments': (call) => {
    const { number } = issueOf(call)
    const { since } = call.query
    const comments = call.state.comments.filter(
      (one) => one.number === number && (since === undefined || one.updatedAt >= since),
    )
    return { list: comments.map((one) => showComment(call, one)) }
  },
  'issues/list-comments-for-repo': (call) => {
    const { sort = 'created', direction = 'desc' } = call.query
    const key = (one: Comment) => (sort === 'updated' ? one.updatedAt : one.createdAt)
    const comments = [...call.state.comments].sort((one, other) => (key(one) < key(other) ? -1 : 1))
    if (direction === 'desc') comments.reverse()
    return { list: comments.map((one) => showComment(call, one)) }
  },
}
