import type { Base, Task } from './work.ts'

/** GitHub's server takes about 8,191 bytes of an address. */
const longest = 7800

/** Where GitHub takes the file; `carries`: whether the content is in the address, or has to be pasted. */
export type Door = { address: string; carries: boolean }

/** GitHub's page for a new file, filled in where it fits; for a file that there is, the page that edits it. */
export function doorTo(repository: string, file: string, text: string, base: Base | null): Door {
  const site = `https://github.com/${repository}`
  if (base !== null) return { address: `${site}/edit/main/${encodePath(file)}`, carries: false }
  const bare = `${site}/new/main?filename=${encodeURIComponent(file)}`
  const filled = `${bare}&value=${encodeURIComponent(text)}`
  return filled.length <= longest ? { address: filled, carries: true } : { address: bare, carries: false }
}

const encodePath = (file: string): string => file.split('/').map(encodeURIComponent).join('/')

const forms = {
  new: 'new.yml',
  renew: 'renewal.yml',
  check: 'consultation.yml',
  confirm: 'confirmation.yml',
  terminate: 'termination.yml',
  consult: 'consultation.yml',
} as const satisfies Record<Task | 'consult', string>

/** The form on GitHub for those who cannot write files there. */
export const issueForm = (repository: string, task: keyof typeof forms): string =>
  `https://github.com/${repository}/issues/new?template=${forms[task]}`

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Why a name cannot stand in the path of a file; null where it can. */
export const nameProblem = (name: string): string | null =>
  slug.test(name) ? null : '半角の英小文字と数字を、ハイフンでつないで書いてください（例 zoom-kouza）。'

/** A name for the file from that of the service, as far as it has letters for one. */
export const nameFrom = (service: string): string =>
  service
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
