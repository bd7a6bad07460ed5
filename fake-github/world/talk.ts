import { notFound } from '../errors.ts'
import { tick } from './clock.ts'
import { record } from './events.ts'
import { newIssue } from './pulls.ts'
import type { Account, App, Comment, Issue, State } from './state.ts'

type IssueOptions = {
  readonly by: Account
  readonly app?: App | null
  readonly title: string
  readonly body?: string
  readonly labels?: readonly string[]
}

export function openIssue(state: State, { by, app = null, title, body = '', labels = [] }: IssueOptions): Issue {
  tick(state)
  for (const label of labels) ensureLabel(state, label)
  const issue = newIssue(state, { number: state.next('number'), author: by, app, title, body, labels })
  state.issues.set(issue.number, issue)
  record(state, { name: 'issues', action: 'opened', number: issue.number, by })
  return issue
}

/** GitHub makes a label the first time someone with write access puts it on an issue. */
export function ensureLabel(state: State, name: string): void {
  if (!state.labels.has(name))
    state.labels.set(name, { id: state.next('label'), name, color: 'ededed', description: null })
}

type IssueEdit = {
  readonly title?: string
  readonly body?: string
  readonly state?: 'open' | 'closed'
  readonly reason?: Issue['stateReason']
  readonly labels?: readonly string[]
}

export function editIssue(state: State, issue: Issue, edit: IssueEdit, by: Account): void {
  const at = tick(state)
  issue.updatedAt = at
  if (edit.title !== undefined) issue.title = edit.title
  if (edit.body !== undefined) issue.body = edit.body
  if (edit.labels !== undefined) {
    issue.labels.clear()
    for (const label of edit.labels) {
      ensureLabel(state, label)
      issue.labels.add(label)
    }
  }
  if (edit.title !== undefined || edit.body !== undefined)
    record(state, { name: 'issues', action: 'edited', number: issue.number, by })
  if (edit.state === undefined || edit.state === issue.state) return
  const closed = edit.state === 'closed'
  issue.state = edit.state
  issue.stateReason = edit.reason ?? (closed ? 'completed' : 'reopened')
  issue.closedAt = closed ? at : null
  issue.closedBy = closed ? by : null
  record(state, { name: 'issues', action: closed ? 'closed' : 'reopened', number: issue.number, by })
}

type CommentOptions = { readonly by: Account; readonly app?: App | null; readonly body: string }

export function comment(state: State, number: number, { by, app = null, body }: CommentOptions): Comment {
  const issue = state.issues.get(number)
  if (issue === undefined) throw notFound()
  const at = tick(state)
  const made: Comment = { id: state.next('comment'), number, author: by, app, createdAt: at, updatedAt: at, body }
  state.comments.push(made)
  issue.updatedAt = at
  record(state, { name: 'issue_comment', action: 'created', number, by })
  return made
}

export function editComment(state: State, edited: Comment, { by, body }: { by?: Account; body: string }): void {
  edited.body = body
  edited.updatedAt = tick(state)
  record(state, { name: 'issue_comment', action: 'edited', number: edited.number, by: by ?? edited.author })
}
