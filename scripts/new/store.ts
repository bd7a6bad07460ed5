import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Draft } from '../../src/draft/draft.ts'
import { isMapping } from '../../src/draft/mapping.ts'
import { reasonOf, repository } from '../files.ts'
import { UsageError } from '../usage.ts'

/** Writes all of it or nothing, and never over another file. */
export function writeNew(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    write(file, text)
  } catch (error) {
    if (existsSync(file)) throw new UsageError(`${file} はすでにあるため、書きません。`)
    throw new UsageError(`${file} に書けません: ${reasonOf(error)}。`)
  }
}

function write(file: string, text: string): void {
  const temporary = join(dirname(file), `.${process.pid}.tmp`)
  try {
    writeFileSync(temporary, text, { flag: 'wx' })
    publish(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** A link fails where the name is taken; not every disk knows links. */
function publish(temporary: string, file: string): void {
  try {
    linkSync(temporary, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || existsSync(file)) throw error
    renameSync(temporary, file)
  }
}

/** Answers of a conversation that was broken off; kept on this machine only. */
const remembered = (): string => join(repository(), '.shinsa', 'draft.json')

export function recall(): Draft | null {
  try {
    const draft: unknown = JSON.parse(readFileSync(remembered(), 'utf8'))
    return isMapping(draft) && Object.keys(draft).length > 0 ? draft : null
  } catch {
    return null
  }
}

export function remember(draft: Draft): void {
  mkdirSync(dirname(remembered()), { recursive: true })
  writeFileSync(`${remembered()}.tmp`, JSON.stringify(draft))
  renameSync(`${remembered()}.tmp`, remembered())
}

export const forget = (): void => rmSync(remembered(), { force: true })
