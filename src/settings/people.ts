import type { Item } from './inspect.ts'
import type { Difference, Found, FoundApp, Names, Permissions, Wanted } from './types.ts'

/** Teams and Apps belong to the organization: a person makes them, and what is left to do is said. */
export const peopleItems = (wanted: Wanted, names: Names): Item[] => [
  ...Object.entries(wanted.teams).flatMap(([team, permission]) => byHand(teamDifferences(team, permission, names))),
  ...Object.keys(wanted.apps).flatMap((app) => {
    const holders = holdersOf(app, wanted, names)
    // What several share is said of the first of them.
    return holders[0] === app ? byHand(appDifferences(app, unitedOf(holders, wanted), names.apps[app])) : []
  }),
  ...byHand(sharingDifferences(wanted, names)),
]

/** A small office may let one App do the work of several. */
function holdersOf(app: string, wanted: Wanted, { apps }: Names): string[] {
  const id = apps[app]?.id ?? null
  return id === null ? [app] : Object.keys(wanted.apps).filter((other) => apps[other]?.id === id)
}

function unitedOf(holders: readonly string[], { apps }: Wanted): Permissions {
  const united: Record<string, string> = {}
  for (const holder of holders)
    for (const [name, level] of Object.entries(apps[holder] ?? {})) if (united[name] !== 'write') united[name] = level
  return united
}

/** Whoever may change the rules must not be whom the rules bind. */
function sharingDifferences(wanted: Wanted, names: Names): Difference[] {
  const isShared = 'settings' in wanted.apps && holdersOf('settings', wanted, names).length > 1
  const about = `App「${names.apps.settings?.slug ?? 'settings'}」`
  const message = `${about}は設定を変えられるので、ほかの仕事の App と分けてください。`
  return isShared ? [{ about, kind: 'different', message }] : []
}

const byHand = (differences: Difference[]): Item[] =>
  differences.map((difference) => ({ title: difference.about, differences: [difference], call: null, held: null }))

const levels = ['pull', 'triage', 'push', 'maintain', 'admin']

function teamDifferences(team: string, wanted: string, { teams }: Names): Difference[] {
  const { slug = team, id = null, permission = null, visible = false } = teams[team] ?? {}
  const about = `チーム「${slug}」`
  const say = (kind: Difference['kind'], message: string): Difference => ({ about, kind, message })
  if (id === null)
    return [say('missing', `${about}が見つかりません。組織に作るか、--org-teams ${team}=名前 で名前を教えてください。`)]
  const isEnough = permission !== null && levels.indexOf(permission) >= levels.indexOf(wanted)
  return [
    ...(visible ? [] : [say('different', `${about}が非公開です。組織のだれからも見えるようにしてください。`)]),
    ...(isEnough ? [] : [say('different', `${about}に、このリポジトリへの ${wanted} の権限を与えてください。`)]),
  ]
}

function appDifferences(app: string, wanted: Permissions, found: FoundApp | undefined): Difference[] {
  const about = `App「${found?.slug ?? app}」`
  const say = (kind: Difference['kind'], message: string): Difference => ({ about, kind, message })
  if (found === undefined || found.id === null)
    return [
      say(
        'missing',
        `${about}が見つかりません。作って、このリポジトリだけに入れ、--apps ${app}=名前 で教えてください。`,
      ),
    ]
  if (found.permissions === null) return []
  const { metadata: _, ...given } = found.permissions
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(given)])]
  return names
    .filter((name) => wanted[name] !== given[name])
    .map((name) => {
      if (wanted[name] === undefined)
        return say('extra', `${about}に、要らない権限 ${name}: ${given[name]} があります。外してください。`)
      if (given[name] === undefined) return say('missing', `${about}に、権限 ${name}: ${wanted[name]} がありません。`)
      return say('different', `${about}の権限 ${name} が ${given[name]} です。正しくは ${wanted[name]} です。`)
    })
}

export const codeownersItems = ({ codeowners }: Found): Item[] =>
  byHand(
    codeowners.map(({ path, line, message }) => ({
      about: path,
      kind: 'different',
      message: `${path} の${line}行目を GitHub が読めません（${message.split('\n')[0]}）。@ORG を組織の名前に、チームを実際の名前に直してください。`,
    })),
  )
