import { useLink } from '../links.ts'
import { loadScript } from './load.ts'
import type { Task } from './model/work.ts'

/** A use of the register, as far as somebody needs to find it, and what can be done with it. */
export type Listed = { path: string; name: string; department: string; status: string; tasks: readonly Task[] }

/** What the scripts beside the pages leave behind: a list of all uses, and the texts of those that were asked for. */
type Left = { shinsaUses?: readonly Listed[]; shinsaTexts?: Record<string, string> }
const left = globalThis as unknown as Left

/** The script of the site that holds a list of all uses. */
export const listScript = 'uses/list.js'
/** The script that holds the text of a use. */
export const textScript = (path: string): string => useLink(path).replace(/\.html$/, '.js')

export async function listedUses(): Promise<readonly Listed[]> {
  await loadScript(listScript)
  return left.shinsaUses ?? []
}

/** The file of a use as it stands on main. */
export async function textOfUse(path: string): Promise<string> {
  await loadScript(textScript(path))
  const text = left.shinsaTexts?.[path]
  if (text === undefined) throw new Error(`There is no text of ${path}.`)
  return text
}
