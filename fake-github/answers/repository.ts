import type { JsonObject } from '../json.ts'
import type { Account } from '../world/state.ts'
import { permissionsUpTo, showAccount } from './people.ts'
import { fullName, nodeId, type Shown, web } from './shown.ts'

const lists = ['deployments', 'downloads', 'events', 'forks', 'hooks', 'languages', 'merges', 'stargazers']
const moreLists = ['subscribers', 'subscription', 'tags', 'teams', 'contributors']
const templates: Readonly<Record<string, string>> = {
  archive: '{archive_format}{/ref}',
  assignees: 'assignees{/user}',
  blobs: 'git/blobs{/sha}',
  branches: 'branches{/branch}',
  collaborators: 'collaborators{/collaborator}',
  comments: 'comments{/number}',
  commits: 'commits{/sha}',
  compare: 'compare/{base}...{head}',
  contents: 'contents/{+path}',
  git_commits: 'git/commits{/sha}',
  git_refs: 'git/refs{/sha}',
  git_tags: 'git/tags{/sha}',
  issue_comment: 'issues/comments{/number}',
  issue_events: 'issues/events{/number}',
  issues: 'issues{/number}',
  keys: 'keys{/key_id}',
  labels: 'labels{/name}',
  milestones: 'milestones{/number}',
  notifications: 'notifications{?since,all,participating}',
  pulls: 'pulls{/number}',
  releases: 'releases{/id}',
  statuses: 'statuses/{sha}',
  trees: 'git/trees{/sha}',
}

/** The repository, or (with an owner other than the organization) somebody's fork of it. */
export function showRepository(shown: Shown, owner: Account = shown.state.owner): JsonObject {
  const { state, api } = shown
  const { repository, settings, clock } = state
  const fork = owner !== state.owner
  const name = `${owner.login}/${repository.name}`
  const url = `${api}/repos/${name}`
  const page = `${web}/${name}`
  return {
    ...settings,
    id: fork ? owner.id * 1_000_000 : repository.id,
    node_id: nodeId('Repository', name),
    name: repository.name,
    full_name: name,
    owner: showAccount(shown, owner),
    html_url: page,
    fork,
    url,
    ...Object.fromEntries([...lists, ...moreLists].map((list) => [`${list}_url`, `${url}/${list}`])),
    ...Object.fromEntries(Object.entries(templates).map(([list, path]) => [`${list}_url`, `${url}/${path}`])),
    git_url: `git://github.com/${name}.git`,
    ssh_url: `git@github.com:${name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    license: null,
    language: null,
    ...counts,
    open_issues_count: [...state.issues.values()].filter((issue) => issue.state === 'open').length,
    default_branch: state.defaultBranch,
    topics: [],
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    disabled: false,
    pushed_at: clock.now,
    created_at: repository.createdAt,
    updated_at: clock.now,
    permissions: permissionsUpTo('admin'),
  }
}

const counts = {
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  open_issues: 0,
  size: 0,
}

export function showFullRepository(shown: Shown): JsonObject {
  const { state } = shown
  return {
    ...showRepository(shown),
    subscribers_count: 0,
    network_count: 0,
    organization: showAccount(shown, state.owner),
    custom_properties: {},
  }
}

export const forkOwner = (shown: Shown, headKey: string): Account => {
  const [owner] = headKey.split(':refs/')
  return (headKey.includes(':') ? shown.state.accounts.get(owner ?? '') : undefined) ?? shown.state.owner
}

export const sameRepository = (shown: Shown, headKey: string): boolean =>
  forkOwner(shown, headKey) === shown.state.owner

export const repositoryName = (shown: Shown, headKey: string): string =>
  sameRepository(shown, headKey)
    ? fullName(shown.state)
    : `${forkOwner(shown, headKey).login}/${shown.state.repository.name}`
