import { showCommit } from '../answers/commits.ts'
import { permissionsUpTo, showAccount } from '../answers/people.ts'
import { showFullRepository } from '../answers/repository.ts'
import { pageUrl, repositoryUrl } from '../answers/shown.ts'
import { ApiError, notFound } from '../errors.ts'
import { readCommit } from '../git/commits.ts'
import { readObject } from '../git/objects.ts'
import { type Entry, entryAt, readTree } from '../git/trees.ts'
import type { JsonObject } from '../json.ts'
import { branchKey } from '../world/refs.ts'
import { rulesetsFor } from '../world/rules.ts'
import { type Call, commitAt, type Handlers, nothing, ok, stringIn } from './call.ts'

const types: Readonly<Record<string, string>> = { '040000': 'dir', '120000': 'symlink', '160000': 'submodule' }

function showContent(call: Call, path: string, entry: Entry, whole: boolean): JsonObject {
  const { objects } = call.state
  const at = call.query.ref ?? call.state.defaultBranch
  const type = types[entry.mode] ?? 'file'
  const url = `${repositoryUrl(call)}/contents/${encodeURI(path)}?ref=${at}`
  const git = `${repositoryUrl(call)}/git/${type === 'dir' ? 'trees' : 'blobs'}/${entry.sha}`
  const html = `${pageUrl(call)}/${type === 'dir' ? 'tree' : 'blob'}/${at}/${encodeURI(path)}`
  const bytes = type === 'file' || type === 'symlink' ? readObject(objects, entry.sha, 'blob') : Buffer.alloc(0)
  const content = { encoding: 'base64', content: bytes.toString('base64').replace(/.{60}/g, '$&\n') }
  return {
    type,
    size: bytes.length,
    name: path.split('/').at(-1) ?? '',
    path,
    sha: entry.sha,
    url,
    html_url: html,
    git_url: git,
    download_url: type === 'file' ? `${pageUrl(call)}/raw/${at}/${encodeURI(path)}` : null,
    _links: { self: url, git, html },
    ...(whole && type === 'file' ? content : {}),
    ...(type === 'symlink' ? { target: bytes.toString('utf8') } : {}),
    ...(type === 'submodule' ? { submodule_git_url: null } : {}),
  }
}

function content(call: Call) {
  const { state, params, query } = call
  const path = (params.path ?? '').replace(/\/$/, '')
  let tree: string
  try {
    tree = readCommit(state.objects, commitAt(call, query.ref ?? state.defaultBranch)).tree
  } catch {
    throw new ApiError(404, `No commit found for the ref ${query.ref}`)
  }
  const entry = entryAt(state.objects, tree, path)
  if (entry === undefined) throw notFound()
  if (entry.mode !== '040000') return ok(showContent(call, path, entry, true))
  const inner = readTree(state.objects, entry.sha)
  return ok(inner.map(({ name, ...one }) => showContent(call, path === '' ? name : `${path}/${name}`, one, false)))
}

function branch(call: Call) {
  const { state, params } = call
  const name = params.branch ?? ''
  const sha = state.refs.get(branchKey(name))
  if (sha === undefined) throw new ApiError(404, 'Branch not found')
  const ruled = rulesetsFor(state, `refs/heads/${name}`).length > 0
  return ok({
    name,
    commit: showCommit(call, readCommit(state.objects, sha)),
    _links: { self: `${repositoryUrl(call)}/branches/${name}`, html: `${pageUrl(call)}/tree/${name}` },
    protected: ruled,
    protection: { enabled: ruled },
    protection_url: `${repositoryUrl(call)}/branches/${name}/protection`,
  })
}

const permissionNames = { read: 'pull', write: 'push', admin: 'admin' } as const

export const repositoryHandlers: Handlers = {
  'repos/get': (call) => ok(showFullRepository(call)),
  'repos/update': (call) => {
    Object.assign(call.state.settings, call.body)
    return ok(showFullRepository(call))
  },
  'repos/get-branch': branch,
  'repos/get-content': content,
  'repos/codeowners-errors': ({ state }) => ok({ errors: state.codeownersErrors }),
  'repos/get-collaborator-permission-level': (call) => {
    const { state, params } = call
    const account = state.accounts.get(params.username ?? '')
    if (account === undefined) throw notFound()
    const role = state.roles.get(account.login) ?? 'read'
    const permissions = permissionsUpTo(permissionNames[role])
    return ok({
      permission: role,
      role_name: role,
      user: { ...showAccount(call, account), permissions, role_name: role },
    })
  },
  'actions/create-workflow-dispatch': (call) => {
    const { state, params, body, by } = call
    const workflow = params.workflow_id ?? ''
    const ref = stringIn(body, 'ref') ?? ''
    const at = state.refs.get(ref.startsWith('refs/') ? ref : branchKey(ref))
    if (at === undefined) throw new ApiError(422, `No ref found for: ${ref}`)
    const file = entryAt(state.objects, readCommit(state.objects, at).tree, `.github/workflows/${workflow}`)
    if (file === undefined) throw notFound()
    state.dispatches.push({ workflow, ref, inputs: (body.inputs ?? {}) as JsonObject, by, at: state.clock.now })
    return nothing
  },
}
