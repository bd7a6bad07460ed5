import type { ObjectStore } from '../git/objects.ts'
import type { Json } from '../json.ts'

export type Account = {
  readonly id: number
  readonly login: string
  readonly type: 'User' | 'Bot' | 'Organization'
  readonly name: string
  readonly createdAt: string
}
export type Role = 'read' | 'write' | 'admin'
export type Permissions = Readonly<Record<string, 'read' | 'write'>>
export type App = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly bot: Account
  readonly permissions: Permissions | null
  readonly token: string
  readonly createdAt: string
}
export type Identity =
  | { readonly kind: 'user'; readonly account: Account }
  | { readonly kind: 'app'; readonly account: Account; readonly app: App }
export type Member = {
  readonly account: Account
  readonly role: 'member' | 'maintainer'
  readonly state: 'active' | 'pending'
}
export type Team = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly permission: 'pull' | 'triage' | 'push' | 'maintain' | 'admin'
  readonly createdAt: string
  readonly members: Map<string, Member>
}

export type Review = {
  readonly id: number
  readonly author: Account
  readonly commit: string
  readonly submittedAt: string
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED'
  body: string
  updatedAt: string
  lastEditedAt: string | null
  editor: Account | null
}
export type TimelineItem = { readonly createdAt: string; readonly actor: Account } & (
  | {
      readonly type: 'ReviewDismissedEvent'
      readonly review: Review
      readonly previousState: Review['state']
      readonly message: string | null
    }
  | { readonly type: 'HeadRefForcePushedEvent'; readonly before: string; readonly after: string }
  | { readonly type: 'BaseRefChangedEvent'; readonly before: string; readonly after: string }
)
export type Issue = {
  readonly id: number
  readonly number: number
  readonly author: Account
  readonly app: App | null
  readonly createdAt: string
  title: string
  body: string
  state: 'open' | 'closed'
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null
  updatedAt: string
  closedAt: string | null
  closedBy: Account | null
  readonly labels: Set<string>
}
/** A pull request is an issue (number, title, labels, comments) with branches. */
export type PullRequest = {
  readonly issue: Issue
  readonly id: number
  readonly number: number
  /** Key of the head branch in the refs: `refs/heads/x`, or `someone:refs/heads/x` in a fork. */
  readonly headKey: string
  headSha: string
  baseRef: string
  /** The tip of the base when the head was last pushed; it does not follow the base. */
  baseSha: string
  draft: boolean
  merge: { readonly at: string; readonly by: Account; readonly commit: string } | null
  readonly reviews: Review[]
  readonly timeline: TimelineItem[]
}
export type Comment = {
  readonly id: number
  readonly number: number
  readonly author: Account
  readonly app: App | null
  readonly createdAt: string
  updatedAt: string
  body: string
}
export type CheckRun = {
  readonly id: number
  readonly headSha: string
  readonly app: App
  name: string
  status: string
  conclusion: string | null
  externalId: string
  detailsUrl: string | null
  startedAt: string | null
  completedAt: string | null
  title: string | null
  summary: string | null
  text: string | null
  readonly annotations: Json[]
}
export type Status = {
  readonly id: number
  readonly sha: string
  readonly state: string
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: Account
  readonly createdAt: string
}
export type RuleSuite = {
  readonly id: number
  readonly actor: Account
  readonly before: string
  readonly after: string
  readonly ref: string
  readonly pushedAt: string
  readonly result: 'pass' | 'fail' | 'bypass'
  readonly failed: readonly string[]
}
export type Rule = { readonly type: string; readonly parameters?: { readonly [key: string]: Json } }
export type BypassActor = {
  readonly actor_id?: number | null
  readonly actor_type: string
  readonly bypass_mode?: string
}
export type Ruleset = {
  readonly id: number
  readonly createdAt: string
  updatedAt: string
  name: string
  target: string
  enforcement: string
  bypass_actors: readonly BypassActor[]
  conditions: Json
  rules: readonly Rule[]
}
export type BranchPolicy = { readonly id: number; readonly name: string; readonly type: string }
export type Environment = {
  readonly id: number
  readonly name: string
  readonly createdAt: string
  updatedAt: string
  settings: { readonly [key: string]: Json }
  readonly branchPolicies: BranchPolicy[]
  readonly variables: Map<string, Variable>
  readonly secrets: string[]
}
export type ExecutionPolicy = {
  readonly id: number
  name: string
  readonly createdAt: string
  updatedAt: string
  content: { readonly [key: string]: Json }
}
export type Label = {
  readonly id: number
  readonly name: string
  readonly color: string
  readonly description: string | null
}
export type Variable = { readonly name: string; value: string; readonly createdAt: string; updatedAt: string }
export type Dispatch = {
  readonly workflow: string
  readonly ref: string
  readonly inputs: { readonly [key: string]: Json }
  readonly by: Account
  readonly at: string
}
/** What GitHub would have told a workflow or a webhook. */
export type WorldEvent = {
  readonly name: 'push' | 'pull_request' | 'pull_request_review' | 'issue_comment' | 'issues' | 'workflow_dispatch'
  readonly action: string | null
  readonly number: number | null
  readonly ref: string | null
  readonly before: string | null
  readonly after: string | null
  readonly by: Account
  readonly at: string
}

export type State = {
  readonly owner: Account
  readonly repository: { readonly id: number; readonly name: string; readonly createdAt: string }
  /** What `repos/update` may change, under GitHub's own names. */
  readonly settings: { [key: string]: Json }
  readonly defaultBranch: string
  readonly clock: { now: string }
  readonly next: (of: string) => number
  readonly accounts: Map<string, Account>
  readonly emails: Map<string, Account>
  readonly roles: Map<string, Role>
  readonly tokens: Map<string, Identity>
  readonly apps: Map<string, App>
  readonly teams: Map<string, Team>
  readonly objects: ObjectStore
  readonly refs: Map<string, string>
  /** Commits GitHub signed itself or whose signature it could verify. */
  readonly signed: Set<string>
  readonly issues: Map<number, Issue>
  readonly pulls: Map<number, PullRequest>
  readonly comments: Comment[]
  readonly checkRuns: CheckRun[]
  readonly statuses: Status[]
  readonly ruleSuites: RuleSuite[]
  readonly rulesets: Ruleset[]
  readonly environments: Environment[]
  readonly executionPolicies: ExecutionPolicy[]
  readonly labels: Map<string, Label>
  readonly variables: Map<string, Variable>
  readonly dispatches: Dispatch[]
  readonly codeownersErrors: { [key: string]: Json }[]
  workflowPermissions: { readonly write: boolean; readonly approve: boolean }
  readonly events: WorldEvent[]
}
