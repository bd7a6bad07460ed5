import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { peopleItems } from './people.ts'
import type { FoundApp, Names, Permissions, Wanted } from './types.ts'

const apps = JSON.parse(readFileSync('settings/apps.json', 'utf8')) as Record<string, Permissions>
const wanted: Wanted = {
  rulesets: [],
  environments: [],
  policies: [],
  repository: {},
  workflow: {},
  labels: [],
  teams: {},
  apps,
}
const app = (id: number, slug: string, permissions: Permissions): FoundApp => ({
  slug,
  id,
  clientId: 'x',
  botId: id,
  permissions: { metadata: 'read', ...permissions },
})
const own = Object.entries(apps).map(([name, permissions], index) => [name, app(index + 1, name, permissions)] as const)
const said = (found: Names['apps']): string[] =>
  peopleItems(wanted, { teams: {}, apps: found }).flatMap(({ differences }) =>
    differences.map(({ message }) => message),
  )

describe('Apps', () => {
  test('each with what it is to have: nothing is said', () => expect(said(Object.fromEntries(own))).toEqual([]))

  test('one App for gate and ledger has what either of them needs, and is told of once', () => {
    const both = app(1, 'shinsa', { ...apps.gate, ...apps.ledger, checks: 'write' })
    expect(said({ ...Object.fromEntries(own), gate: both, ledger: both })).toEqual([])
    const weak = app(1, 'shinsa', { ...apps.ledger, statuses: 'write' })
    expect(said({ ...Object.fromEntries(own), gate: weak, ledger: weak })).toEqual([
      'App「shinsa」の権限 checks が read です。正しくは write です。',
    ])
  })

  test('the App that may change the settings does nothing else', () => {
    const both = app(1, 'shinsa', { ...apps.settings, ...apps.gate })
    expect(said({ ...Object.fromEntries(own), gate: both, settings: both })).toEqual([
      'App「shinsa」は設定を変えられるので、ほかの仕事の App と分けてください。',
    ])
  })
})

test.each(Object.entries(apps))('the guide tells every permission of the App %s', (name, permissions) => {
  const guide = readFileSync('docs/administrator.md', 'utf8')
  const [, told = ''] = new RegExp(`^\\| ${name} \\| ([^|]*)`, 'm').exec(guide) ?? []
  const found = Array.from(told.matchAll(/([a-z_]+(?:・[a-z_]+)*): (read|write)/g), ([, names = '', level = '']) =>
    names.split('・').map((one) => [one, level]),
  )
  expect(Object.fromEntries(found.flat())).toEqual(permissions)
})
