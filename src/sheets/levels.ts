import { plain } from './grid.ts'

export type Level = 'required' | 'high' | 'medium' | 'low'
export const levels: readonly Level[] = ['required', 'high', 'medium', 'low']

const words: ReadonlyMap<string, Level> = new Map([
  ...['必須', '必', 'required'].map((word) => [word, 'required'] as const),
  ...['高', 'high'].map((word) => [word, 'high'] as const),
  ...['中', 'medium'].map((word) => [word, 'medium'] as const),
  ...['低', 'low'].map((word) => [word, 'low'] as const),
])
/** What the signs mean where a sheet does not say. */
const usual: ReadonlyMap<string, Level> = new Map([
  ['◎', 'required'],
  ['○', 'high'],
  ['△', 'medium'],
])
const circle = /[〇◯⚪●]/gu
const dash = /[‐‑–—−―ｰ]/gu
const signOf = (word: string): string => plain(word).replaceAll(circle, '○').replaceAll(dash, '-').replace(/^ー$/, '-')

/** The signs of a legend such as 「◎：必須　〇：高」. */
export function legendIn(above: readonly string[]): ReadonlyMap<string, Level> {
  const found = above.flatMap((word) => [
    // A dash is a sign only where something parts it from its level.
    ...signOf(word).matchAll(/([◎○△▲▽▼□■☆★×]|-(?=[:.=→]))[:.=→は・-]*(?:レベル)?「?(必須|高|中|低)/gu),
  ])
  return new Map(found.map(([, sign = '', level = '']) => [sign, words.get(level) ?? 'required']))
}

export type LevelReading = { level: Level; sign: boolean }

/** The level that a word or a sign stands for; null where nobody can say. */
export function levelOf(word: string, legend: ReadonlyMap<string, Level>): LevelReading | null {
  const written = signOf(word).toLowerCase()
  const named = words.get(written.replace(/^レベル/, ''))
  if (named !== undefined) return { level: named, sign: false }
  const level = legend.get(written) ?? usual.get(written)
  return level === undefined ? null : { level, sign: true }
}

/** Whether a cell below the heading of a level says that it is this one. */
export const isMarked = (word: string): boolean => /^[◎○✓✔レ☑]$|^(yes|1|該当|要)$/u.test(signOf(word).toLowerCase())
