import { isNothing, isObject, normalise, textOf } from './normalise.ts'
import type { Difference, Json, JsonObject } from './types.ts'

/** What GitHub adds to a setting of its own accord. */
const added = new Set([
  'id',
  'node_id',
  'source',
  'source_type',
  'created_at',
  'updated_at',
  '_links',
  'current_user_can_bypass',
])

/** How one thing differs from what the code wants of it; none when GitHub says the same in other words. */
export function compare(about: string, wanted: JsonObject, found: JsonObject): Difference[] {
  const shown = Object.fromEntries(Object.entries(found).filter(([name]) => !added.has(name)))
  const unreadable = 'bypass_actors' in wanted && !('bypass_actors' in shown)
  const { bypass_actors: _, ...rest } = wanted
  return [
    // GitHub leaves them out for whoever may not change the ruleset: what is not shown is not empty
    ...(unreadable ? [unseen(about, 'bypass_actors')] : []),
    ...differencesAt(about, '', normalise(unreadable ? rest : wanted), normalise(shown)),
  ]
}

export const unseen = (about: string, what: string): Difference => ({
  about,
  kind: 'unreadable',
  message: `${about}の ${what} が見えません。トークンの権限が足りないため、正しいかどうかを確かめられません。`,
})

function differencesAt(about: string, path: string, wanted: Json | undefined, found: Json | undefined): Difference[] {
  if (isObject(wanted) && isObject(found)) {
    const names = [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
    return names.flatMap((name) => differencesAt(about, `${path}${path && '.'}${name}`, wanted[name], found[name]))
  }
  if (textOf(wanted) === textOf(found) || (isNothing(wanted) && isNothing(found))) return []
  return [difference(about, path, wanted, found)]
}

function difference(about: string, path: string, wanted: Json | undefined, found: Json | undefined): Difference {
  if (found === undefined)
    return { about, kind: 'missing', message: `${about}に ${path}（${textOf(wanted)}）がありません。` }
  if (wanted === undefined)
    return { about, kind: 'extra', message: `${about}に、コードにない ${path}（${textOf(found)}）があります。` }
  const message = `${about}の ${path} が ${textOf(found)} です。正しくは ${textOf(wanted)} です。`
  return { about, kind: 'different', message }
}
