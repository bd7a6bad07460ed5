import type { CommitOptions, FileContent } from './commits.ts'
import { commit } from './commits.ts'
import { account, app } from './people.ts'
import type { Account, State } from './state.ts'

export type WorldOptions = {
  /** `owner/name`. */
  readonly repository?: string
  readonly now?: string
  readonly private?: boolean
  /** The first commit on `main`. Without it the repository is empty. */
  readonly files?: CommitOptions['files']
}

/** GitHub Actions itself: the App behind GITHUB_TOKEN, the same for every workflow. */
export const actionsApp = 15368
const webFlowId = 19864447

export function createState(options: WorldOptions = {}): State {
  const { repository = 'example-city/shinsa', now = '2026-04-01T00:00:00Z', files } = options
  const [login = '', name = ''] = repository.split('/')
  const owner: Account = { id: 9000, login, type: 'Organization', name: login, createdAt: now }
  const state = emptyState(owner, name, now, options.private ?? true)
  state.accounts.set(login, owner)
  const flow = account(state, 'web-flow', { id: webFlowId, name: 'GitHub Web Flow', role: 'read' })
  state.emails.set('noreply@github.com', flow)
  app(state, 'github-actions', { id: actionsApp, name: 'GitHub Actions' })
  const first: Readonly<Record<string, FileContent>> | undefined = files
  if (first !== undefined) {
    const founder = account(state, 'founder', { role: 'admin' })
    commit(state, state.defaultBranch, { author: founder, message: 'Begin', files: first })
  }
  return state
}

const firstIds: Readonly<Record<string, number>> = { account: 1000, app: 200000, number: 1 }

function counter(): State['next'] {
  const last = new Map<string, number>()
  return (of) => {
    // Kinds start far apart, so that an id taken for that of another kind is noticed
    const first = firstIds[of] ?? 100_000 * (last.size + 3)
    const id = last.has(of) ? (last.get(of) ?? 0) + 1 : first
    last.set(of, id)
    return id
  }
}

function emptyState(owner: Account, name: string, now: string, isPrivate: boolean): State {
  return {
    owner,
    repository: { id: 700001, name, createdAt: now },
    settings: { ...firstSettings, private: isPrivate, visibility: isPrivate ? 'private' : 'public' },
    defaultBranch: 'main',
    clock: { now },
    next: counter(),
    accounts: new Map(),
    emails: new Map(),
    roles: new Map(),
    tokens: new Map(),
    apps: new Map(),
    teams: new Map(),
    objects: new Map(),
    refs: new Map(),
    signed: new Set(),
    issues: new Map(),
    pulls: new Map(),
    comments: [],
    checkRuns: [],
    statuses: [],
    ruleSuites: [],
    rulesets: [],
    environments: [],
    executionPolicies: [],
    labels: new Map(),
    variables: new Map(),
    dispatches: [],
    codeownersErrors: [],
    workflowPermissions: { write: true, approve: true },
    events: [],
  }
}

/** What a new repository of an organization has. */
const firstSettings = {
  description: null,
  homepage: null,
  has_issues: true,
  has_projects: true,
  has_wiki: true,
  allow_squash_merge: true,
  allow_merge_commit: true,
  allow_rebase_merge: true,
  allow_auto_merge: false,
  allow_update_branch: false,
  allow_forking: true,
  delete_branch_on_merge: false,
  use_squash_pr_title_as_default: false,
  squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
  squash_merge_commit_message: 'COMMIT_MESSAGES',
  merge_commit_title: 'MERGE_MESSAGE',
  merge_commit_message: 'PR_TITLE',
  web_commit_signoff_required: false,
  archived: false,
}
