import { unseen } from './compare.ts'
import type { Item } from './inspect.ts'
import { resolveNames } from './names.ts'
import type { Difference, Found, FoundEnvironment, Names, Wanted, WantedEnvironment } from './types.ts'

export const environmentItems = ({ environments }: Wanted, found: Found, names: Names): Item[] =>
  environments.flatMap((wanted) => {
    const now = found.environments.find(({ name }) => name === wanted.name)
    return [limitItem(wanted, now), ...variableItems(wanted, now, names), ...secretItems(wanted, now)]
  })

const titleOf = ({ name }: { name: string }): string => `環境「${name}」`

/** A key in an environment that any branch may use is a key for everybody who may write. */
function limitItem(wanted: WantedEnvironment, now: FoundEnvironment | undefined): Item {
  const title = titleOf(wanted)
  const say = (kind: Difference['kind'], message: string): Difference => ({ about: title, kind, message })
  const isWanted = ({ name, type }: { name: string; type: string }) =>
    type === 'branch' && wanted.branches.includes(name)
  const branches = now?.branches ?? []
  const removed = branches.filter((branch) => !isWanted(branch))
  const adds = wanted.branches.filter((name) => !branches.some((branch) => isWanted(branch) && branch.name === name))
  const differences = [
    ...(now === undefined ? [say('missing', `${title}がありません。`)] : []),
    ...(now?.restricted === false ? [say('different', `${title}を使えるブランチが限られていません。`)] : []),
    ...(now?.otherRules ?? []).map((rule) => say('extra', `${title}に、コードにない制限 ${rule} があります。`)),
    ...(now === undefined ? [] : adds).map((name) =>
      say('missing', `${title}を使えるブランチに ${name} がありません。`),
    ),
    ...removed.map(({ name }) => say('extra', `${title}を、コードにないブランチやタグ ${name} から使えます。`)),
  ]
  const call = { kind: 'environment', name: wanted.name, adds, removes: removed.map(({ id }) => id) } as const
  return { title, differences, call, held: null }
}

function variableItems(wanted: WantedEnvironment, now: FoundEnvironment | undefined, names: Names): Item[] {
  const about = titleOf(wanted)
  if (now?.variables === null) return [{ title: about, differences: [unseen(about, '変数')], call: null, held: null }]
  return Object.entries(wanted.variables).map(([name, setting]) => {
    const title = `${about}の変数「${name}」`
    const { value, missing } = resolveNames(setting, names)
    const before = now?.variables?.[name]
    const say = (kind: Difference['kind'], message: string): Difference[] => [{ about: title, kind, message }]
    if (missing.length > 0) {
      const why = `${missing.join('と')}に分からないことがあるため、${title}を決められません。`
      return { title, differences: say('unreadable', why), call: null, held: why }
    }
    const text = String(value)
    const call = {
      kind: 'variable',
      environment: wanted.name,
      name,
      value: text,
      exists: before !== undefined,
    } as const
    if (before === undefined) return { title, differences: say('missing', `${title}がありません。`), call, held: null }
    const wrong = `${title}が ${JSON.stringify(before)} です。正しくは ${JSON.stringify(text)} です。`
    return { title, differences: before === text ? [] : say('different', wrong), call, held: null }
  })
}

/** Nobody but a person may hold a key: that it is there is all that can be seen. */
function secretItems(wanted: WantedEnvironment, now: FoundEnvironment | undefined): Item[] {
  const about = titleOf(wanted)
  if (now?.secrets === null) return [{ title: about, differences: [unseen(about, '秘密')], call: null, held: null }]
  const present = now?.secrets ?? []
  return wanted.secrets
    .filter((name) => !present.includes(name))
    .map((name) => {
      const message = `${about}に秘密「${name}」（App の秘密鍵）がありません。画面から登録してください。`
      return { title: about, differences: [{ about, kind: 'missing', message }], call: null, held: null }
    })
}
