import { showBlob, showGitCommit, showRef, showTree } from '../answers/commits.ts'
import { repositoryUrl } from '../answers/shown.ts'
import { ApiError, invalid, notFound } from '../errors.ts'
import { type Stamp, writeCommit } from '../git/commits.ts'
import { isAncestor } from '../git/history.ts'
import { isKind, type ObjectKind, writeObject } from '../git/objects.ts'
import { tick } from '../world/clock.ts'
import { emailOf, webFlow } from '../world/commits.ts'
import { moveRef } from '../world/refs.ts'
import { type Call, created, type Handlers, listIn, nothing, objectIn, ok, stringIn } from './call.ts'
import { editedTree } from './trees.ts'

function known(call: Call, sha: string | undefined, kind: ObjectKind): string {
  if (sha === undefined || !/^[0-9a-f]{40}$/.test(sha))
    throw new ApiError(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
  if (!isKind(call.state.objects, sha, kind)) throw notFound()
  return sha
}

const refOf = (call: Call) => `refs/${call.params.ref}`

function createBlob({ state, body, ...call }: Call) {
  const content = stringIn(body, 'content') ?? ''
  const bytes = Buffer.from(content, body.encoding === 'base64' ? 'base64' : 'utf8')
  const sha = writeObject(state.objects, 'blob', bytes)
  return created({ sha, url: `${repositoryUrl({ state, api: call.api })}/git/blobs/${sha}` })
}

function createCommit(call: Call) {
  const { state, body, by } = call
  tick(state)
  const given = (name: string): Stamp | undefined => {
    const stamp = objectIn(body, name)
    const email = stringIn(stamp, 'email')
    if (email === undefined) return undefined
    return { name: stringIn(stamp, 'name') ?? '', email, date: stringIn(stamp, 'date') ?? state.clock.now }
  }
  const tree = stringIn(body, 'tree')
  const parents = listIn(body, 'parents').map(String)
  const missing = (field: string) => invalid({ resource: 'Commit', field, code: 'invalid' })
  if (tree === undefined || !isKind(state.objects, tree, 'tree')) throw missing('tree')
  if (!parents.every((parent) => isKind(state.objects, parent, 'commit'))) throw missing('parents')
  const author = given('author') ?? { name: by.login, email: emailOf(by), date: state.clock.now }
  // What a bot makes without naming anybody is signed by GitHub
  const signed = given('author') === undefined && given('committer') === undefined && by.type === 'Bot'
  const committer = given('committer') ?? (signed ? webFlow(state) : author)
  const sha = writeCommit(state.objects, { tree, parents, author, committer, message: stringIn(body, 'message') ?? '' })
  if (signed) state.signed.add(sha)
  return created(showGitCommit(call, sha))
}

function createRef(call: Call) {
  const { state, body, by, app } = call
  const [ref, sha] = [stringIn(body, 'ref') ?? '', stringIn(body, 'sha') ?? '']
  if (!/^refs\/[^/]+\/.+/.test(ref))
    throw new ApiError(422, `Reference name must start with 'refs/' and contain a second slash`)
  if (!isKind(state.objects, sha, 'commit')) throw new ApiError(422, 'Object does not exist')
  if (state.refs.has(ref)) throw new ApiError(422, 'Reference already exists')
  moveRef(state, ref, sha, { by, app })
  return created(showRef(call, ref, sha))
}

function updateRef(call: Call) {
  const { state, body, by, app } = call
  const ref = refOf(call)
  const before = state.refs.get(ref)
  const sha = stringIn(body, 'sha') ?? ''
  if (before === undefined) throw new ApiError(422, 'Reference does not exist')
  if (!isKind(state.objects, sha, 'commit')) throw new ApiError(422, 'Object does not exist')
  if (body.force !== true && !isAncestor(state.objects, before, sha))
    throw new ApiError(422, 'Update is not a fast forward')
  moveRef(state, ref, sha, { by, app })
  return ok(showRef(call, ref, sha))
}

export const gitHandlers: Handlers = {
  'git/get-commit': (call) => ok(showGitCommit(call, known(call, call.params.commit_sha, 'commit'))),
  'git/get-blob': (call) => ok(showBlob(call, known(call, call.params.file_sha, 'blob'))),
  'git/get-tree': (call) => {
    const { state, params, query } = call
    const name = params.tree_sha ?? ''
    const sha = state.refs.get(`refs/heads/${name}`) ?? name
    const tree = isKind(state.objects, sha, 'commit') ? String(showGitCommitTree(call, sha)) : sha
    return ok(showTree(call, known(call, tree, 'tree'), query.recursive !== undefined))
  },
  'git/get-ref': (call) => {
    const sha = call.state.refs.get(refOf(call))
    if (sha === undefined) throw notFound()
    return ok(showRef(call, refOf(call), sha))
  },
  'git/list-matching-refs': (call) => ({
    list: [...call.state.refs]
      .filter(([ref]) => ref.startsWith(refOf(call)))
      .map(([ref, sha]) => showRef(call, ref, sha)),
  }),
  'git/create-blob': createBlob,
  'git/create-tree': (call) => created(showTree(call, editedTree(call), false)),
  'git/create-commit': createCommit,
  'git/create-ref': createRef,
  'git/update-ref': updateRef,
  'git/delete-ref': (call) => {
    const { state, by, app } = call
    if (!state.refs.has(refOf(call))) throw new ApiError(422, 'Reference does not exist')
    moveRef(state, refOf(call), null, { by, app })
    return nothing
  },
}

const showGitCommitTree = (call: Call, sha: string) => objectIn(showGitCommit(call, sha), 'tree').sha
