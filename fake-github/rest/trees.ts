import { ApiError, invalid } from '../errors.ts'
import { isKind, writeObject } from '../git/objects.ts'
import { type Entry, listFiles, type Mode, writeFiles } from '../git/trees.ts'
import { isObject } from '../json.ts'
import { type Call, listIn, stringIn } from './call.ts'

/** The tree of a request: named files replace or (sha null) remove those of the base tree. */
export function editedTree(call: Call): string {
  const { state, body } = call
  const base = stringIn(body, 'base_tree')
  if (base !== undefined && !isKind(state.objects, base, 'tree')) throw new ApiError(404, 'Not Found')
  const files = new Map(base === undefined ? [] : listFiles(state.objects, base))
  const entries = listIn(body, 'tree')
  if (entries.length === 0) throw new ApiError(422, 'Invalid tree info')
  for (const entry of entries) {
    if (!isObject(entry)) continue
    const path = stringIn(entry, 'path') ?? ''
    const mode = (stringIn(entry, 'mode') ?? '100644') as Mode
    const content = stringIn(entry, 'content')
    const refuse = () => invalid({ resource: 'Tree', field: 'tree.path', code: 'invalid' })
    if (path === '' || path.startsWith('/') || path.split('/').some((part) => ['', '.', '..', '.git'].includes(part)))
      throw refuse()
    if (entry.sha === null) {
      if (!files.delete(path)) throw new ApiError(422, 'GitRPC::BadObjectState')
      continue
    }
    const sha =
      stringIn(entry, 'sha') ?? (content === undefined ? undefined : writeObject(state.objects, 'blob', content))
    if (sha === undefined) throw new ApiError(422, `Must supply either tree.sha or tree.content for ${path}`)
    for (const [name, file] of filesOf(call, path, mode, sha)) files.set(name, file)
  }
  return writeFiles(state.objects, files)
}

function filesOf({ state }: Call, path: string, mode: Mode, sha: string): [string, Entry][] {
  if (mode !== '160000' && !isKind(state.objects, sha, mode === '040000' ? 'tree' : 'blob'))
    throw new ApiError(422, `tree.sha ${sha} is not a valid ${mode === '040000' ? 'tree' : 'blob'}`)
  if (mode !== '040000') return [[path, { mode, sha }]]
  return [...listFiles(state.objects, sha)].map(([inner, entry]) => [`${path}/${inner}`, entry])
}
