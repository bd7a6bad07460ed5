import { beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../src/calendar.ts'
import { valueAt } from '../src/facts.ts'
import { fieldAt } from '../src/fields.ts'
import { keysOf } from '../src/pointer.ts'
import { publicFields, publicPart } from '../src/publication.ts'
import { registerRow } from '../src/register.ts'
import { parseSource } from '../src/source/document.ts'
import { fullest, pointersIn, replacedAt } from '../src/testing/fullest.ts'
import { permitted } from '../src/testing/ledger.ts'
import { wareki } from '../src/wareki.ts'
import { dueIn } from './gather.ts'
import type { Site } from './site.ts'
import { siteWith } from './testing/folder.ts'
import { textsOf } from './testing/texts.ts'
import { filesOf } from './write.ts'

const path = 'services/koho/canary.yml'
const isPublic = (pointer: string): boolean => publicFields.some((field) => `${pointer}/`.startsWith(`${field}/`))
const leaves = pointersIn(fullest).filter((pointer) => typeof valueAt(fullest, pointer) !== 'object')
const hidden = leaves.filter((pointer) => !isPublic(pointer))

/** Something that stands nowhere else, of the kind that the field has; null for a choice among words that pages know. */
function canaryOf(pointer: string, index: number): string | number | null {
  const { type, term } = fieldAt(pointer) ?? {}
  if (term !== undefined || type === 'boolean' || type === 'enum') return null
  if (type === 'date') return addDays('1931-01-01', index)
  return type === 'integer' ? 731_000_000 + index : `CANARY${index}X`
}
const canaries = hidden.flatMap((pointer, index): [string, string | number][] => {
  const canary = canaryOf(pointer, index)
  return canary === null ? [] : [[pointer, canary]]
})
const filled = canaries.reduce<unknown>(
  (value, [pointer, canary]) => replacedAt(value, keysOf(pointer), canary),
  fullest,
)
/** A canary as it is, and as people read it. */
const written = (canary: string | number): string[] => {
  if (typeof canary === 'number') return [String(canary), canary.toLocaleString('en')]
  return /^\d/.test(canary) ? [canary, wareki(canary)] : [canary]
}

const internal = siteWith()

/** A site with this one use, in every other place that tells of a use as well. */
function siteOf(text: string, edition: Site['edition']): Site {
  const source = parseSource(path, text)
  const record = { ...permitted('a', { path }), v: 1, seq: 1, id: 'D-2026-CANARYRECORD', prev: null } as const
  const told = { reason: 'CANARYANSWER', user: 'CANARYREVIEWER' }
  const judgement = {
    ...{ key: '3f2a91c4', rule: '03-scope/network-matrix', pointer: '/use/networks/0', answer: 'conditional' as const },
    ...{ reason: told.reason, by: { user: told.user, userId: 12 } },
  }
  const context = { ...internal.context, records: [{ ...record, judgements: [judgement] }] }
  const row = registerRow(source, path, context)
  const changes = [{ pointer: '/use/scope', label: 'CANARYLABEL', before: 'CANARYBEFORE', after: 'CANARYAFTER' }]
  const history = [
    { commit: 'c'.repeat(40), date: '2026-04-01', author: 'CANARYAUTHOR', transition: 'renewal' as const, changes },
  ]
  const due = dueIn(source, path, row, context)
  const use = { path, source, sha256: 'CANARYDIGEST', row, due, history }
  return { ...internal, edition, context, repository: 'CANARYOWNER/CANARYREPOSITORY', uses: [use] }
}

const yaml = `# CANARYCOMMENT\n${JSON.stringify(filled).replace(/}$/, ',"CANARYKEY":"CANARYUNKNOWN"}')}\n`
const elsewhere = [...yaml.matchAll(/CANARY[A-Z]+/g)].map(([word]) => word)
const told = 'CANARYRECORD CANARYANSWER CANARYREVIEWER CANARYLABEL CANARYBEFORE CANARYAFTER CANARYAUTHOR CANARYDIGEST'
const words = [...canaries.flatMap(([, canary]) => written(canary)), ...elsewhere, ...told.split(' '), 'CANARYOWNER']

describe('the public edition', () => {
  let texts: Map<string, string>
  beforeAll(async () => {
    texts = textsOf(await filesOf(siteOf(yaml, 'public')))
  })
  const holding = (word: string): string[] => [...texts].flatMap(([name, text]) => (text.includes(word) ? [name] : []))

  test('there is something to find in every field that is not public', () => {
    expect(hidden.length).toBeGreaterThan(70)
    expect(canaries.length).toBeGreaterThan(50)
    expect(new Set(words).size).toBe(words.length)
  })

  test('shows nothing of it, in no file', () =>
    expect(words.flatMap((word) => holding(word).map((name) => `${word} in ${name}`))).toEqual([]))

  test('shows what is public, in the register, on a page of its own and in what can be taken away', () => {
    const { service, use, department, termination } = fullest as Record<string, Record<string, unknown>>
    const shown = [service!.name, service!.plan, service!.url, use!.purpose, department!.name, termination!.date]
    for (const word of shown) {
      const found = holding(String(word))
      for (const name of ['register.html', 'uses/koho/canary.html', 'register.csv', 'register-rows.js'])
        expect(found, String(word)).toContain(name)
    }
    const sheet = [...texts]
      .filter(([name]) => name.startsWith('register.xlsx/'))
      .map(([, text]) => text)
      .join()
    for (const word of shown.slice(0, -1)) expect(sheet).toContain(word)
  })

  test('is the same whatever stands in what is not public', async () => {
    const alone = JSON.stringify(publicPart(parseSource(path, yaml)).value)
    const other = textsOf(await filesOf(siteOf(alone, 'public')))
    // It names every other file by what it holds, and a workbook holds the time at which it was packed.
    for (const [name, text] of texts) if (name !== 'sw.js') expect(other.get(name), name).toBe(text)
    expect([...other.keys()]).toEqual([...texts.keys()])
  })

  test('has no deadlines, no filled forms, nothing to hand over and no texts of files', () => {
    const names = [...texts.keys()]
    expect(
      names.filter((name) => /^deadlines(?!\.js)|\.ics$|\/forms\.html$|^handover|statistics\.csv|texts?\//.test(name)),
    ).toEqual([])
    expect(names).toContain('forms.html')
  })
})

test('the internal edition shows it all: the canaries sing', async () => {
  const texts = [...textsOf(await filesOf(siteOf(yaml, 'internal'))).values()].join('\n')
  expect([...elsewhere, ...told.split(' ')].filter((word) => !texts.includes(word))).toEqual([])
  expect(canaries.filter(([, canary]) => written(canary).every((word) => !texts.includes(word)))).toEqual([])
})
