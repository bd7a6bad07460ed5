import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { reasonOf } from './files.ts'
import { UsageError } from './usage.ts'

/** Writes all of a file or nothing: whoever opens it meets the old one or the new one. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  try {
    const target = targetOf(file)
    if (target === null) writeFileSync(file, content)
    else replace(target, content)
  } catch (error) {
    throw new UsageError(`${file} に書けません: ${reasonOf(error)}。`)
  }
}

/** The file behind a link; null for a device or a pipe, which nothing may take the place of. */
function targetOf(file: string): string | null {
  const status = lstatSync(file, { throwIfNoEntry: false })
  if (status === undefined || status.isFile()) return file
  if (!status.isSymbolicLink()) return null
  const target = realpathSync(file)
  return lstatSync(target).isFile() ? target : null
}

function replace(file: string, content: string | Uint8Array): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  try {
    writeFileSync(temporary, content, { flag: 'wx' })
    renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}
