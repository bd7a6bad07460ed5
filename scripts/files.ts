import {
  closeSync,
  type Dirent,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { sizeLimit } from '../src/source/characters.ts'
import type { Fault } from '../src/source/document.ts'
import { decode } from './decode.ts'

/** A file as it was found: its text (null where it is no text to read), and what is wrong with the file itself. */
export type Found = { text: string | null; faults: Fault[] }
/** Paths that cannot be opened at all: wrong usage, said after everything else is judged. */
export type Unopened = { path: string; reason: string }

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name)

/** Whether a walk from the top of a repository comes by this path. */
export const isWalked = (path: string): boolean =>
  isYaml(path) &&
  path
    .split('/')
    .slice(0, -1)
    .every((folder) => !folder.startsWith('.') && folder !== 'node_modules')

/** Every service file at the paths, in the order of their names; folders are walked, links are not followed. */
export function findFiles(paths: readonly string[]): { files: string[]; unopened: Unopened[] } {
  const files = new Set<string>()
  const unopened: Unopened[] = []
  for (const given of paths) {
    // With a slash at its end a link would be followed, and a folder named as a file walked.
    const path = given.replace(/(?<=[^/])\/+$/, '')
    try {
      for (const file of walk(path, statusOf(path), closed)) files.add(file === '-' ? file : shownPath(file))
    } catch (error) {
      unopened.push({ path: given, reason: reasonOf(error) })
    }
  }
  return { files: [...files].sort(), unopened }

  /** A folder that cannot be opened does not hide the files beside it. */
  function closed(path: string, error: unknown): void {
    unopened.push({ path: shownPath(path), reason: reasonOf(error) })
  }
}

const statusOf = (path: string): Stats | null => {
  if (path === '-') return null
  const link = lstatSync(path)
  return link.isSymbolicLink() && !isYaml(path) ? statSync(path) : link
}

type Closed = (path: string, error: unknown) => void

function* walk(path: string, status: Stats | null, closed: Closed): Iterable<string> {
  if (status === null || !status.isDirectory() || isYaml(path)) return yield path
  for (const entry of entriesOf(path, closed)) {
    const below = join(path, entry.name)
    if (isYaml(entry.name)) yield below
    else if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
      yield* walk(below, lstatSync(below), closed)
  }
}

function entriesOf(folder: string, closed: Closed): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    closed(folder, error)
    return []
  }
}

/** Relative to the working folder, absolute outside it, always with `/`. */
export function shownPath(path: string): string {
  const shown = relative('.', path) || '.'
  const outside = shown === '..' || shown.startsWith(`..${sep}`) || resolve(shown) === shown
  return (outside ? resolve(path) : shown).split(sep).join('/')
}

/** Reads one file; throws only where it cannot be opened. */
export function readFile(file: string): Found {
  if (file === '-') return found(readLimited(0), [])
  const kind = kindFault(file)
  if (kind !== null) return { text: null, faults: [kind] }
  const descriptor = openSync(file, 'r')
  try {
    return found(readLimited(descriptor), nameFaults(file))
  } finally {
    closeSync(descriptor)
  }
}

export function found(bytes: Uint8Array, faults: Fault[]): Found {
  const decoded = decode(bytes)
  return 'fault' in decoded ? { text: null, faults: [...faults, decoded.fault] } : { text: decoded.text, faults }
}

/** At most one byte more than a service file may have: a huge file, or an endless pipe, is not read to its end. */
function readLimited(descriptor: number): Uint8Array {
  const buffer = Buffer.alloc(sizeLimit + 1)
  let length = 0
  while (length <= sizeLimit) {
    const count = readSome(descriptor, buffer, length)
    if (count === 0) break
    length += count
  }
  return buffer.subarray(0, length)
}

/** Standard input may not be ready yet, or be closed. */
function readSome(descriptor: number, buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, offset, buffer.length - offset, null)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** A link, a folder or a device is no service file, whatever its name. */
function kindFault(file: string): Fault | null {
  const status = lstatSync(file)
  if (status.isFile() || !isYaml(file)) return null
  const kind = (status.isSymbolicLink() && 'リンク') || (status.isDirectory() && 'フォルダ') || '特別なファイル'
  return fileFault(`名前が .yml で終わる${kind}は、点検できません。`, '中身を書いたふつうのファイルを置いてください。')
}

/** Below services/ the names of folder and file are the id of the use. */
export function nameFaults(file: string): Fault[] {
  const [department = '', service = '', ...deeper] = relative(join(repository(), 'services'), resolve(file)).split(sep)
  if (department === '..' || resolve(department) === department) return []
  const isNamed =
    deeper.length === 0 && slug.test(department) && slug.test(service.replace(/\.yml$/, '')) && service.endsWith('.yml')
  if (isNamed) return []
  const remedy =
    'services/課の名前/サービスの名前.yml に置き、名前は半角の英小文字と数字をハイフンでつないだものにしてください。'
  return [fileFault('ファイルの置き場所か名前が決まりと違います。', remedy)]
}

const fileFault = (message: string, remedy: string): Fault => ({
  rule: 'file',
  pointer: '',
  range: { line: 1, column: 1, endLine: 1, endColumn: 1 },
  message,
  remedy,
})

/** The nearest folder, from the working folder upwards, that has services/. */
export function repository(folder = process.cwd()): string {
  if (existsSync(join(folder, 'services'))) return folder
  const parent = dirname(folder)
  return parent === folder ? process.cwd() : repository(parent)
}

const reasons: Record<string, string> = {
  ENOENT: '見つかりません',
  ENOTDIR: '見つかりません',
  EACCES: '権限がありません',
  EPERM: '権限がありません',
  EEXIST: 'フォルダの名前のファイルがあります',
  ELOOP: 'リンクが輪になっています',
  EISDIR: 'フォルダです',
  EBUSY: 'ほかのプログラムが使っています',
  ENAMETOOLONG: '名前が長すぎます',
  ENOSPC: '空き容量がありません',
  EROFS: '書き込めない場所です',
}
export const reasonOf = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return reasons[code] ?? `開けません（${code}）`
}
