import type { JsonObject } from '../json.ts'
import type { Account, App, Comment, Issue, Label } from '../world/state.ts'
import { showAccount, showApp } from './people.ts'
import { nodeId, pageUrl, repositoryUrl, type Shown } from './shown.ts'

export function association({ state }: Shown, account: Account): string {
  const inTeam = [...state.teams.values()].some(({ members }) => members.has(account.login))
  if (inTeam) return 'MEMBER'
  return state.roles.get(account.login) === 'write' ? 'COLLABORATOR' : 'NONE'
}

export function showLabel(shown: Shown, { id, name, color, description }: Label): JsonObject {
  const url = `${repositoryUrl(shown)}/labels/${encodeURIComponent(name)}`
  return { id, node_id: nodeId('Label', id), url, name, color, description, default: false }
}

export const labelsOf = (shown: Shown, issue: Issue): JsonObject[] =>
  [...issue.labels].flatMap((name) => {
    const label = shown.state.labels.get(name)
    return label === undefined ? [] : [showLabel(shown, label)]
  })

const madeBy = (shown: Shown, app: App | null) => (app === null ? null : showApp(shown, app))

export function showIssue(shown: Shown, issue: Issue): JsonObject {
  const { id, number, author, title, body, state, createdAt, updatedAt, closedAt } = issue
  const url = `${repositoryUrl(shown)}/issues/${number}`
  const pull = shown.state.pulls.get(number)
  const page = `${pageUrl(shown)}/${pull === undefined ? 'issues' : 'pull'}/${number}`
  return {
    id,
    node_id: nodeId('Issue', id),
    url,
    repository_url: repositoryUrl(shown),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    number,
    state,
    state_reason: issue.stateReason,
    title,
    body,
    user: showAccount(shown, author),
    labels: labelsOf(shown, issue),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: shown.state.comments.filter((comment) => comment.number === number).length,
    closed_at: closedAt,
    created_at: createdAt,
    updated_at: updatedAt,
    closed_by: issue.closedBy === null ? null : showAccount(shown, issue.closedBy),
    author_association: association(shown, author),
    performed_via_github_app: madeBy(shown, issue.app),
    ...(pull === undefined
      ? {}
      : { draft: pull.draft, pull_request: pullLinks(shown, number, pull.merge?.at ?? null) }),
  }
}

function pullLinks(shown: Shown, number: number, mergedAt: string | null): JsonObject {
  const page = `${pageUrl(shown)}/pull/${number}`
  return {
    url: `${repositoryUrl(shown)}/pulls/${number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: mergedAt,
  }
}

export function showComment(shown: Shown, comment: Comment): JsonObject {
  const { id, number, author, createdAt, updatedAt, body } = comment
  const url = repositoryUrl(shown)
  const page = shown.state.pulls.has(number) ? 'pull' : 'issues'
  return {
    id,
    node_id: nodeId('IssueComment', id),
    url: `${url}/issues/comments/${id}`,
    html_url: `${pageUrl(shown)}/${page}/${number}#issuecomment-${id}`,
    issue_url: `${url}/issues/${number}`,
    user: showAccount(shown, author),
    created_at: createdAt,
    updated_at: updatedAt,
    body,
    author_association: association(shown, author),
    performed_via_github_app: madeBy(shown, comment.app),
  }
}
