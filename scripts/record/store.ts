import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readFile, reasonOf } from '../files.ts'
import { UsageError } from '../usage.ts'

/** Another text for a file, all of it or nothing; not where somebody else has written there in the meantime. */
export function replaceText(file: string, before: string, after: string): void {
  const temporary = join(dirname(file), `.${process.pid}.tmp`)
  try {
    writeFileSync(temporary, after, { flag: 'wx', mode: statSync(file).mode })
    if (readFile(file).text !== before)
      throw new UsageError(`${file} がほかで書き換えられたため、書きません。もう一度実行してください。`)
    renameSync(temporary, file)
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${file} に書けません: ${reasonOf(error)}。`)
  } finally {
    rmSync(temporary, { force: true })
  }
}
