import { unseen } from './compare.ts'
import { environmentItems } from './environments.ts'
import { textOf } from './normalise.ts'
import { codeownersItems, peopleItems } from './people.ts'
import { policyItems } from './policies.ts'
import { rulesetItems } from './rulesets.ts'
import type { Difference, Found, Json, JsonObject, Names, Wanted, WantedLabel } from './types.ts'

/** What changes one setting; null where only a person can. */
export type Call =
  | { kind: 'repository'; body: JsonObject }
  | { kind: 'workflow'; body: JsonObject }
  | { kind: 'label'; body: WantedLabel }
  | { kind: 'environment'; name: string; adds: readonly string[]; removes: readonly number[] }
  | { kind: 'variable'; environment: string; name: string; value: string; exists: boolean }
  | { kind: 'policy'; id: number | null; body: JsonObject }
  | { kind: 'ruleset'; id: number | null; body: JsonObject }

/** One setting that is not as wanted. `held`: why it cannot be changed yet. */
export type Item = { title: string; differences: readonly Difference[]; call: Call | null; held: string | null }

/** Everything that differs, in the order in which it is to be changed: what protects main comes last. */
export function inspect(wanted: Wanted, found: Found, names: Names): Item[] {
  return [
    ...peopleItems(wanted, names),
    ...repositoryItems(wanted, found),
    ...labelItems(wanted, found),
    ...environmentItems(wanted, found, names),
    ...policyItems(wanted, found),
    ...codeownersItems(found),
    ...rulesetItems(wanted, found, names),
  ].filter(({ differences }) => differences.length > 0)
}

export const differencesOf = (items: readonly Item[]): Difference[] => items.flatMap(({ differences }) => differences)

function repositoryItems(wanted: Wanted, found: Found): Item[] {
  // Whether a public repository may be forked is not for its owner to say
  const { allow_forking: forking, ...open } = wanted.repository
  const body = found.isPrivate && forking !== undefined ? { ...open, allow_forking: forking } : open
  const titles = { repository: 'リポジトリの設定', workflow: 'ワークフローの権限の既定値' }
  return [
    {
      title: titles.repository,
      differences: chosen(titles.repository, body, found.repository),
      call: { kind: 'repository', body },
      held: null,
    },
    {
      title: titles.workflow,
      differences: chosen(titles.workflow, wanted.workflow, found.workflow),
      call: { kind: 'workflow', body: wanted.workflow },
      held: null,
    },
  ]
}

/** GitHub sets no label that is not there: neither for a form nor for whoever refuses an application. */
const labelItems = ({ labels }: Wanted, found: Found): Item[] =>
  labels
    .filter(({ name }) => !found.labels.includes(name))
    .map((body) => {
      const title = `ラベル「${body.name}」`
      const message = `${title}がありません。`
      return {
        title,
        differences: [{ about: title, kind: 'missing', message }],
        call: { kind: 'label', body },
        held: null,
      }
    })

/** Of settings with many more names, those that the code has an opinion on. */
const chosen = (about: string, wanted: JsonObject, found: JsonObject): Difference[] =>
  Object.entries(wanted).flatMap(([name, value]) => one(about, name, value, found[name]))

function one(about: string, name: string, wanted: Json, found: Json | undefined): Difference[] {
  if (found === undefined) return [unseen(about, name)]
  if (found === wanted) return []
  const message = `${about}の ${name} が ${textOf(found)} です。正しくは ${textOf(wanted)} です。`
  return [{ about, kind: 'different', message }]
}
