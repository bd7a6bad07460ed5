import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nameFaults, repository, shownPath } from '../files.ts'
import { UsageError } from '../usage.ts'

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/
const shape = '半角の英小文字と数字を、ハイフンでつないで書いてください。'

/** Why a name cannot be that of a folder or a file below services/. */
export const slugProblem = (typed: string): string | undefined => (slug.test(typed) ? undefined : shape)

export const fileOf = (folder: string, id: string): string =>
  shownPath(join(repository(), 'services', folder, `${id}.yml`))

/** Where the file goes by the options; null prints it. */
export function targetOf({ out, id }: Readonly<Record<string, string>>, folder: string | null): string | null {
  if (out === undefined && id === undefined) return null
  if (id !== undefined && !slug.test(id)) throw new UsageError(`--id の「${id}」は使えません。${shape}`)
  if (out === undefined && folder === null)
    throw new UsageError('--id で名前を決めるときは、--department で課も指定してください。')
  return checked(out ?? fileOf(folder ?? '', id ?? ''))
}

/** A file that can be made: not there yet, and below services/ where a use has its place. */
function checked(file: string): string {
  if (existsSync(file))
    throw new UsageError(`${file} はすでにあるため、書きません。別の名前を --out か --id で指定してください。`)
  const [fault] = nameFaults(file)
  if (fault !== undefined) throw new UsageError(`${file} には書けません。${fault.message}${fault.remedy ?? ''}`)
  return file
}
