import { wordStatus } from '../src/register/status.ts'
import type { Site } from './site.ts'
import { tasksFor } from './tasks.ts'
import { type Listed, listScript, textScript } from './wizard/uses.ts'

/** What the wizard needs of the uses that there are, as scripts; a public site says nothing of their contents. */
export function usesData({ edition, uses }: Site): Record<string, string> {
  if (edition === 'public') return {}
  const listed = uses.map(
    ({ path, row }): Listed => ({
      path,
      name: row.name ?? path,
      department: row.departmentName ?? row.department,
      status: wordStatus(row.status),
      tasks: tasksFor(row),
    }),
  )
  const texts = uses.map(({ path, source }) => [
    textScript(path),
    `(globalThis.shinsaTexts??={})[${scriptText(path)}]=${scriptText(source.text)}\n`,
  ])
  return { [listScript]: `globalThis.shinsaUses=${scriptText(listed)}\n`, ...Object.fromEntries(texts) }
}

/** A value as it stands in a script, whatever it holds. */
const scriptText = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
