import type { JsonObject } from '../json.ts'
import type { CheckRun, Status } from '../world/state.ts'
import { showAccount, showApp } from './people.ts'
import { nodeId, pageUrl, repositoryUrl, type Shown, web } from './shown.ts'

export function showCheckRun(shown: Shown, run: CheckRun): JsonObject {
  const { state } = shown
  const url = `${repositoryUrl(shown)}/check-runs/${run.id}`
  const pulls = [...state.pulls.values()].filter(
    ({ headSha, issue }) => headSha === run.headSha && issue.state === 'open',
  )
  const repo = { id: state.repository.id, url: repositoryUrl(shown), name: state.repository.name }
  return {
    id: run.id,
    head_sha: run.headSha,
    node_id: nodeId('CheckRun', run.id),
    external_id: run.externalId,
    url,
    html_url: `${pageUrl(shown)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${pageUrl(shown)}/runs/${run.id}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    name: run.name,
    check_suite: { id: run.app.id * 10 + 1 },
    app: showApp(shown, run.app),
    pull_requests: pulls.map((pull) => ({
      id: pull.id,
      number: pull.number,
      url: `${repositoryUrl(shown)}/pulls/${pull.number}`,
      head: { ref: pull.headKey.replace(/^.*refs\/heads\//, ''), sha: pull.headSha, repo },
      base: { ref: pull.baseRef, sha: pull.baseSha, repo },
    })),
  }
}

const noAnnotation = { start_column: null, end_column: null, title: null, raw_details: null }

export function showAnnotations(shown: Shown, run: CheckRun): JsonObject[] {
  return run.annotations.map((given) => {
    const annotation = given as JsonObject
    const href = `${pageUrl(shown)}/blob/${run.headSha}/${encodeURI(String(annotation.path))}`
    return { ...noAnnotation, ...annotation, blob_href: href }
  })
}

export function showStatus(shown: Shown, status: Status): JsonObject {
  return {
    url: `${repositoryUrl(shown)}/statuses/${status.sha}`,
    avatar_url: `${web}/avatars/${status.creator.id}`,
    id: status.id,
    node_id: nodeId('Status', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: showAccount(shown, status.creator),
  }
}
