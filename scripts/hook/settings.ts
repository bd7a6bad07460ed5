import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type HookSettings, noReviewers, readHookSettings } from '../../src/hook/settings.ts'
import { reasonOf } from '../files.ts'
import { UsageError } from '../usage.ts'

/** The folder that this program was installed in. */
export function installation(folder = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(folder, 'dist', 'shinsa.js'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new UsageError('dist/shinsa.js が見つかりません。npm run generate で作ってください。')
  return installation(parent)
}

/** The settings lie on the server beside the program: nobody can push others. Without a file nobody answers judgements. */
export function openSettings(given: string | undefined): HookSettings {
  const file = given ?? join(installation(), 'settings', 'hook.json')
  if (given === undefined && !existsSync(file)) return noReviewers
  const settings = readHookSettings(parsed(file))
  if (typeof settings === 'string') throw new UsageError(`${file}: ${settings}`)
  return settings
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${file} は JSON として読めません。`)
    throw new UsageError(`${file} を開けません: ${reasonOf(error)}。`)
  }
}
