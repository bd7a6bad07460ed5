import { findDepartments } from '../draft/known.ts'
import { isMapping } from '../draft/mapping.ts'
import { valueAt } from '../facts.ts'
import { fold } from '../folding.ts'
import { isServicePath } from '../gate/paths.ts'
import { parseSource } from '../source/document.ts'
import type { Values } from './answers.ts'
import type { Desk } from './desk.ts'
import type { Problem } from './problem.ts'

export type Folder = { slug: string; name: string }

const departmentName = '/department/name'
const serviceName = '/service/name'

/** The department's folder below services/, and what it is called in full. */
export function folderOf(values: Values, file: string | undefined, desk: Desk): Folder | Problem {
  const written = String(values.get(departmentName) ?? '')
  const found = findDepartments(written, desk.departments, desk.day)
  if (file !== undefined) {
    const [, slug = ''] = file.trim().split('/')
    if (isServicePath(file.trim())) return { slug, name: found[0]?.name ?? written }
    return {
      label: 'ファイルの場所',
      text: '「services/koho/youtube.yml」のように、台帳に載っているとおりに書いてください。',
    }
  }
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const text =
    found.length === 0
      ? 'この名前の課が見つからないため、部名から書いてください。'
      : `一つに決まらないため、部名から書いてください（${found.map(({ name }) => name).join('、')}）。`
  return { label: '所属（課・所・室・館・局・次）', text }
}

/** The file of a use that is in force, by its place or by the name of its service. */
export function existingFile(
  values: Values,
  file: string | undefined,
  files: ReadonlyMap<string, string>,
): string | Problem {
  if (file !== undefined)
    return files.has(file.trim())
      ? file.trim()
      : { label: 'ファイルの場所', text: 'この場所のファイルは台帳にありません。' }
  const named = filesNamed(String(values.get(serviceName) ?? ''), files)
  const running = named.filter((path) => !isEnded(files.get(path) ?? ''))
  const [first] = running
  if (first !== undefined && running.length === 1) return first
  if (running.length > 1)
    return { label: 'ファイルの場所', text: `二つ以上あるため、どれかを書いてください（${running.join('、')}）。` }
  return {
    label: 'サービス名',
    text:
      named.length === 0 ? 'この課の台帳に、この名前のサービスはありません。' : 'この利用は、すでに終了しています。',
  }
}

export const filesNamed = (name: string, files: ReadonlyMap<string, string>): string[] =>
  [...files].flatMap(([path, text]) => {
    const known = valueAt(parseSource(path, text).value, serviceName)
    return typeof known === 'string' && fold(known) === fold(name) ? [path] : []
  })

export const isEnded = (text: string): boolean => isMapping(valueAt(parseSource('', text).value, '/termination'))

const longestName = 60

/** A name for a new file, that no other file of the folder has: the service's own, where it is written in ASCII. */
export function newPath(slug: string, name: string, number: number, files: ReadonlyMap<string, string>): string {
  const text = name.normalize('NFKC').toLowerCase()
  const own = /^[ -~]+$/.test(text)
    ? text
        .replaceAll(/[^a-z0-9]+/g, '-')
        .slice(0, longestName)
        .replaceAll(/^-+|-+$/g, '')
    : ''
  const first = own === '' ? `uketsuke-${number}` : own
  const path = `services/${slug}/${first}.yml`
  return files.has(path) ? `services/${slug}/${first}-${number}.yml` : path
}
