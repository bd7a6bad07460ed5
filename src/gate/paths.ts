import type { Blocker, Subject } from './types.ts'

/** One row of the list of changed files. */
export type ChangedFile = { path: string; status: string; previous: string | null }

export type Classified = {
  subject: Subject
  /** Service files that differ, under both names where one was renamed. */
  services: string[]
  others: string[]
  touchesPolicy: boolean
  blockers: Blocker[]
}

const servicePath = /^services\/[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*\.yml$/
export const isServicePath = (path: string): boolean => servicePath.test(path) && path.length <= longest
const longest = 200

/** What a pull request touches. */
export function classify(changed: readonly ChangedFile[]): Classified {
  const paths = [...new Set(changed.flatMap(({ path, previous }) => (previous === null ? [path] : [path, previous])))]
  const services = paths.filter(isServices).sort()
  const others = paths.filter((path) => !isServices(path)).sort()
  const strange = paths.filter((path) => isStrange(path) || (isServices(path) && !isServicePath(path)))
  const subject = subjectOf(services.length > 0, others.length > 0)
  return {
    subject,
    services: services.filter(isServicePath),
    others,
    touchesPolicy: others.some((path) => /^(policies|schemas)\//i.test(folded(path))),
    blockers: [...(subject === 'both' ? [mixed(others.length)] : []), ...strange.sort().map(misplaced)],
  }
}

function subjectOf(services: boolean, others: boolean): Subject {
  if (services && others) return 'both'
  if (services) return 'services'
  return others ? 'other' : 'nothing'
}

/** However the path is written: what some file system takes for a file below services/ is one. */
const isServices = (path: string): boolean => /^services(\/|$)/.test(folded(path).replace(/^(\.?\/)+/, ''))

function folded(path: string): string {
  const text = path
    .replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .normalize('NFKC')
    .replaceAll('\\', '/')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .toLowerCase()
  const kept: string[] = []
  for (const part of text.split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '.' && part !== '') kept.push(part)
  }
  return kept.join('/')
}

/** No path that anybody needs: it could mean one thing here and another where it is checked out. */
const isStrange = (path: string): boolean =>
  path.length > longest ||
  /[\\%\p{Cc}\p{Cf}\p{Cs}]/u.test(path) ||
  path
    .split('/')
    .some((part) => part === '' || part === '.' || part === '..' || /^\.git$/i.test(part.normalize('NFKC')))

const mixed = (others: number): Blocker => ({
  kind: 'mixed',
  file: null,
  message: `申請のファイルと、ほかのファイル（${others}件）が同じプルリクエストで変わっています。`,
  remedy: '申請のファイル（services/ の下）だけのプルリクエストと、ほかのファイルのプルリクエストに分けてください。',
})

const misplaced = (file: string): Blocker => ({
  kind: 'path',
  file,
  message: 'ファイルの置き場所か名前が決まりと違います。',
  remedy:
    'services/課の名前/サービスの名前.yml に置き、名前は半角の英小文字と数字をハイフンでつないだものにしてください。',
})

/** Names that some computers take for one: only one of such files would be left there. */
export function collisions(services: readonly string[], existing: readonly string[]): Blocker[] {
  const known = new Map<string, string[]>()
  for (const path of new Set([...existing, ...services]))
    known.set(folded(path), [...(known.get(folded(path)) ?? []), path])
  return services.flatMap((file): Blocker[] => {
    const other = known.get(folded(file))?.find((path) => path !== file)
    if (other === undefined) return []
    const message = '大文字と小文字などの違いしかない名前のファイルが、ほかにあります。'
    return [{ kind: 'path', file, message, remedy: '別の名前にするか、既にあるファイルを直してください。' }]
  })
}
