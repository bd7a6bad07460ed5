import { labelOf } from '../fields.ts'
import { readAnswers } from './answers.ts'
import { digestOf } from './digest.ts'
import type { Review } from './evidence.ts'
import type { Fact, Judgement, Lapsed } from './types.ts'

/** Why answers given earlier count no more; only in words of our own, never in those of the file. */
export function lapsedAnswers(
  keys: readonly string[],
  earlier: readonly Judgement[],
  open: readonly Judgement[],
): Lapsed[] {
  const current = new Set(open.map(({ key }) => key))
  return [...new Set(keys)].filter((key) => !current.has(key)).map((key) => ({ key, why: whyOf(key, earlier, open) }))
}

function whyOf(key: string, earlier: readonly Judgement[], open: readonly Judgement[]): string {
  const asked = earlier.find((judgement) => judgement.key === key)
  if (asked === undefined) return 'この番号の判断は、今の申請にありません。'
  const alike = open.filter(({ file, rule }) => file === asked.file && rule === asked.rule)
  const now = alike.find(({ pointer }) => pointer === asked.pointer) ?? alike[0]
  if (now === undefined) return '申請の内容が変わり、判断が要らなくなりました。'
  const changed = changedLabels(asked.facts, now.facts)
  return changed.length === 0
    ? `「${labelOf(now.pointer)}」のあたりの内容が変わりました。`
    : `${changed.map((label) => `「${label}」`).join('')}が変わりました。`
}

const most = 5

function changedLabels(before: readonly Fact[], after: readonly Fact[]): string[] {
  const digests = (facts: readonly Fact[]) => new Map(facts.map(({ pointer, value }) => [pointer, digestOf(value)]))
  const [then, now] = [digests(before), digests(after)]
  const pointers = [...new Set([...then.keys(), ...now.keys()])].filter(
    (pointer) => then.get(pointer) !== now.get(pointer),
  )
  return [...new Set(pointers.map(labelOf))].slice(0, most)
}

const mostCommits = 3

/** The newest earlier commits at which somebody answered what is no longer asked. */
export function forsakenCommits(reviews: readonly Review[], head: string, open: readonly Judgement[]): string[] {
  const current = new Set(open.map(({ key }) => key))
  const commits = reviews
    .filter(({ body }) => readAnswers(body).commands.some(({ key }) => !current.has(key)))
    .map(({ commit }) => commit)
  return [...new Set(commits.reverse())]
    .filter((commit) => commit !== null && commit !== head)
    .slice(0, mostCommits) as string[]
}
