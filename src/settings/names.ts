import { isObject } from './normalise.ts'
import type { Json, Names } from './types.ts'

/** A setting with its numbers, and the names for which there is none. */
export type Resolved<T> = { value: T; missing: string[] }

const reference = /^(team|team-slug|app|app-slug|app-client|app-bot):([a-z0-9-]+)$/

/** Puts numbers in the place of names: `team:kiban` is the id of that team in this organization. */
export function resolveNames<T extends Json>(setting: T, names: Names): Resolved<T> {
  const missing = new Set<string>()
  const resolve = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(resolve)
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]))
    const [, kind = '', name = ''] = (typeof value === 'string' && reference.exec(value)) || []
    if (kind === '') return value
    const found = behind(kind, name, names)
    if (found === null) missing.add(kind.startsWith('team') ? `チーム「${name}」` : `App「${name}」`)
    return found
  }
  return { value: resolve(setting) as T, missing: [...missing] }
}

function behind(kind: string, name: string, { teams, apps }: Names): string | number | null {
  const values: { readonly [kind: string]: string | number | null | undefined } = {
    team: teams[name]?.id,
    'team-slug': teams[name]?.slug,
    app: apps[name]?.id,
    'app-slug': apps[name]?.slug,
    'app-client': apps[name]?.clientId,
    'app-bot': apps[name]?.botId,
  }
  return values[kind] ?? null
}
