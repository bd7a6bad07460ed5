import { showComment, showIssue } from './answers/issues.ts'
import { showAccount } from './answers/people.ts'
import { showFullPull, showReview } from './answers/pulls.ts'
import { showFullRepository } from './answers/repository.ts'
import type { Shown } from './answers/shown.ts'
import type { JsonObject } from './json.ts'
import type { Account, Comment, Dispatch, Issue, PullRequest, Review } from './world/state.ts'

type By = { readonly by?: Account }

/** What a workflow finds at GITHUB_EVENT_PATH, made from the state as it is now. */
export function createPayloads(shown: Shown) {
  const { state } = shown
  const common = (by: Account) => ({
    repository: showFullRepository(shown),
    organization: { login: state.owner.login, id: state.owner.id },
    sender: showAccount(shown, by),
  })
  return {
    /** Also the payload of `pull_request_target`. */
    pullRequest: (pull: PullRequest, action: string, { by = pull.issue.author }: By = {}): JsonObject => ({
      action,
      number: pull.number,
      pull_request: showFullPull(shown, pull),
      ...common(by),
    }),
    review: (pull: PullRequest, review: Review, action: 'submitted' | 'edited' | 'dismissed'): JsonObject => ({
      action,
      review: { ...showReview(shown, pull, review), state: review.state.toLowerCase() },
      pull_request: showFullPull(shown, pull),
      ...common(review.author),
    }),
    issueComment: (comment: Comment, action = 'created'): JsonObject => ({
      action,
      issue: showIssue(shown, state.issues.get(comment.number) as Issue),
      comment: showComment(shown, comment),
      ...common(comment.author),
    }),
    issue: (issue: Issue, action: string, { by = issue.author }: By = {}): JsonObject => ({
      action,
      issue: showIssue(shown, issue),
      ...common(by),
    }),
    push: (ref: string, before: string, after: string, { by = state.owner }: By = {}): JsonObject => ({
      ref,
      before,
      after,
      forced: false,
      commits: [],
      ...common(by),
    }),
    workflowDispatch: ({ workflow, ref, inputs, by }: Dispatch): JsonObject => ({
      workflow: `.github/workflows/${workflow}`,
      ref,
      inputs,
      ...common(by),
    }),
    schedule: (cron: string): JsonObject => ({ schedule: cron, ...common(state.owner) }),
  }
}

export type Payloads = ReturnType<typeof createPayloads>
