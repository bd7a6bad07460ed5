import { compare } from './compare.ts'
import type { Item } from './inspect.ts'
import { resolveNames } from './names.ts'
import { isObject } from './normalise.ts'
import type { Difference, Found, Json, JsonObject, Names, Wanted } from './types.ts'

export function rulesetItems(wanted: Wanted, found: Found, names: Names): Item[] {
  // Rules on pushes exist for private repositories only
  const applying = wanted.rulesets.filter(({ target }) => target !== 'push' || found.isPrivate)
  const known = new Set(wanted.rulesets.map(({ name }) => name))
  const extra = found.rulesets.filter(({ name }) => !known.has(name ?? ''))
  return [...extra.map(extraItem), ...applying.map((ruleset) => rulesetItem(ruleset, found, names))]
}

const titleOf = (ruleset: JsonObject): string => `ruleset「${ruleset.name}」`

function extraItem(ruleset: JsonObject): Item {
  const title = titleOf(ruleset)
  const message = `コードにない ${title}があります。要るなら settings/ に書き、要らないなら消してください。`
  return { title, differences: [{ about: title, kind: 'extra', message }], call: null, held: null }
}

function rulesetItem(setting: JsonObject, found: Found, names: Names): Item {
  const title = titleOf(setting)
  const { value: body, missing } = resolveNames(setting, names)
  const now = found.rulesets.find(({ name }) => name === setting.name)
  if (missing.length > 0) {
    const why = `${missing.join('と')}が見つからないため、${title}はまだ作れず、確かめられません。`
    return { title, differences: [{ about: title, kind: 'unreadable', message: why }], call: null, held: why }
  }
  const id = typeof now?.id === 'number' ? now.id : null
  const differences = now === undefined ? [absent(title)] : compare(title, body, now)
  return {
    title,
    differences,
    call: { kind: 'ruleset', id, body },
    held: now === undefined ? waits(body, found) : null,
  }
}

const absent = (about: string): Difference => ({ about, kind: 'missing', message: `${about}がありません。` })

/** A check that nobody publishes yet would block every merge, and nobody may bypass it. */
function waits(body: JsonObject, { publishedChecks }: Found): string | null {
  const unpublished = checksOf(body).filter((context) => !publishedChecks.includes(context))
  if (unpublished.length === 0) return null
  return `${titleOf(body)}は、検査（${unpublished.join('、')}）が一度も出ていないため、まだ作れません。ワークフローを取り込み、試しのプルリクエストを1つ出してから、もう一度実行してください。`
}

function checksOf({ rules }: JsonObject): string[] {
  const list = Array.isArray(rules) ? (rules as readonly Json[]) : []
  return list.flatMap((rule) => {
    const parameters = isObject(rule) && isObject(rule.parameters) ? rule.parameters : {}
    const checks = Array.isArray(parameters.required_status_checks) ? parameters.required_status_checks : []
    return (checks as readonly Json[]).flatMap((check) => (isObject(check) ? [String(check.context)] : []))
  })
}
