import { existsSync, readFileSync } from 'node:fs'
import type { JsonObject, Wanted } from '../../src/settings/types.ts'
import { reasonOf } from '../files.ts'
import { UsageError } from '../usage.ts'

/** In the order in which they are made: what protects main comes last. */
const rulesetFiles = ['ledger-writer', 'ledger-forever', 'push', 'main']
/** Not every plan of GitHub knows these: where it does not, their file is removed. */
const dispensable = new Set(['push', 'execution-policy'])

/** The settings as the code has them. */
export function readSettings(folder = 'settings'): Wanted {
  const path = (name: string) => `${folder}/${name}.json`
  const isThere = (name: string) => !dispensable.has(name) || existsSync(path(name))
  const { repository, workflow, teams } = readJson<Pick<Wanted, 'repository' | 'workflow' | 'teams'>>(
    path('repository'),
  )
  return {
    repository,
    workflow,
    teams,
    labels: readJson<Wanted['labels']>(path('labels')),
    apps: readJson<Wanted['apps']>(path('apps')),
    environments: readJson<Wanted['environments']>(path('environments')),
    policies: isThere('execution-policy') ? readJson<JsonObject[]>(path('execution-policy')) : [],
    rulesets: rulesetFiles.filter(isThere).map((name) => readJson<JsonObject>(path(name))),
  }
}

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'JSON として読めません' : reasonOf(error)
    throw new UsageError(`${file} を読めません（${reason}）。リポジトリのいちばん上で実行してください。`)
  }
}
