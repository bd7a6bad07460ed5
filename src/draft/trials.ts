import { judgeFacts, type Reading, readingFrom } from '../check.ts'
import { withDefaults, withoutNulls } from '../facts.ts'
import { type Asked, type Policies, runRule, type ServiceRule } from '../rule.ts'
import { blockOf, type Draft, type Sheets } from './draft.ts'

/** What is said of the answers, and how often; places are left out, as rows move. */
export type Speaks = (draft: Draft) => ReadonlyMap<string, number>

/**
 * Judges one draft after the other, of which each differs from the last by an answer or two: a block that is the same
 * object is not read again, and a rule is only asked again when a block that it has read is another one.
 */
export function speaksOf(verdicts: readonly string[], policies: Policies, sheets: Sheets): Speaks {
  const readingOfDraft = readings(sheets)
  const ask = rememberedRules(verdicts)
  const judgeUse = lastOf(({ value }: Reading) => [
    blocksOf(value).service,
    blocksOf(value).use,
    blocksOf(value).information,
  ])
  return (draft) => {
    const reading = readingOfDraft(draft)
    const { said, asks, asked } = judgeUse(reading, () => judgeFacts(reading, policies))
    const counts = new Map<string, number>()
    const add = (words: string): void => void counts.set(words, (counts.get(words) ?? 0) + 1)
    for (const { message } of reading.refusals) add(message)
    for (const { id, findings } of said)
      for (const { verdict, message } of findings) if (verdicts.includes(verdict)) add(`${id} ${message}`)
    const given = {
      reading,
      asked,
      blocks: { ...blocksOf(reading.value), [question]: asked, [names]: namesIn(reading.value) },
    }
    for (const [id, rule] of asks) for (const message of ask(id, rule, given)) add(`${id} ${message}`)
    return counts
  }
}

type Blocks = Readonly<Record<string, unknown>>
const blocksOf = (value: object): Blocks => value as Blocks

/** Drafts as rules read them; the same block of a draft is always the same block of the reading. */
function readings(sheets: Sheets): (draft: Draft) => Reading {
  const stated = new WeakMap<object, unknown>()
  const filled = new WeakMap<object, unknown>()
  const absent = blocksOf(withDefaults({}))
  const statedBlock = (name: string, entry: unknown): unknown =>
    remembered(stated, entry, () => withoutNulls(blockOf(name, entry, sheets)))
  const filledBlock = (name: string, block: unknown): unknown =>
    remembered(filled, block, () => blocksOf(withDefaults({ [name]: block }))[name])
  return (draft) => {
    const entries = Object.entries(draft).filter(([, entry]) => entry !== null)
    const value = Object.fromEntries(entries.map(([name, entry]) => [name, statedBlock(name, entry)]))
    const blocks = Object.entries(value).map(([name, block]) => [name, filledBlock(name, block)])
    return readingFrom(value, { ...absent, ...Object.fromEntries(blocks) })
  }
}

function remembered(made: WeakMap<object, unknown>, from: unknown, make: () => unknown): unknown {
  if (typeof from !== 'object' || from === null) return make()
  if (!made.has(from)) made.set(from, make())
  return made.get(from)
}

/** What was made last, as long as it would be made of the same things. */
function lastOf<Key>(partsOf: (key: Key) => readonly unknown[]): <Made>(key: Key, make: () => Made) => Made {
  let last: { parts: readonly unknown[]; made: unknown } | null = null
  return <Made>(key: Key, make: () => Made): Made => {
    const parts = partsOf(key)
    if (last === null || parts.some((part, index) => part !== last!.parts[index])) last = { parts, made: make() }
    return last.made as Made
  }
}

type Run = { read: ReadonlyMap<string, unknown>; messages: readonly string[] }
/** `blocks`: what a rule can read, by the name under which a run remembers it. */
type Given = { reading: Reading; asked: Asked; blocks: Blocks }
type Ask = (id: string, rule: ServiceRule, given: Given) => readonly string[]

/** Trials go back and forth around one draft. */
const runsKept = 8

function rememberedRules(verdicts: readonly string[]): Ask {
  const runs = new Map<string, Run[]>()
  return (id, rule, given) => {
    const known = runs.get(id) ?? []
    const run = known.find(({ read }) => isSame(read, given.blocks))
    if (run !== undefined) return run.messages
    const fresh = watchedRun(rule, given, verdicts)
    runs.set(id, [fresh, ...known.slice(0, runsKept - 1)])
    return fresh.messages
  }
}

function isSame(read: ReadonlyMap<string, unknown>, blocks: Blocks): boolean {
  for (const [name, block] of read) if (blocks[name] !== block) return false
  return true
}

// What a rule was asked with, and which blocks there are, count as blocks too.
const question = '?'
const names = '*'
const namesIn = (value: object): string => Object.keys(value).join()

/** Runs a rule and notes the blocks that it looks at. */
function watchedRun(rule: ServiceRule, { reading, asked, blocks }: Given, verdicts: readonly string[]): Run {
  const read = new Map<string, unknown>()
  const note = (name: string | symbol): void => {
    if (typeof name === 'string') read.set(name, blocks[name])
  }
  const service = new Proxy(reading.service, {
    get: (target, name) => {
      note(name)
      return Reflect.get(target, name)
    },
    has: (target, name) => {
      note(name)
      return Reflect.has(target, name)
    },
    ownKeys: (target) => {
      for (const name of [names, ...Object.keys(reading.value)]) note(name)
      return Reflect.ownKeys(target)
    },
  })
  const watchedAsked = new Proxy(asked, {
    get: (target, name) => {
      note(question)
      return Reflect.get(target, name)
    },
  })
  const { findings } = runRule(() => rule.check(service, watchedAsked))
  return { read, messages: findings.filter(({ verdict }) => verdicts.includes(verdict)).map(({ message }) => message) }
}
