import { guidelinePages, placeOfRule, placeOfSection } from '../src/explain/places.ts'
import type { Pointer } from '../src/pointer.ts'

/** Where things stand in the site, from its top folder. */
export const links = {
  top: 'index.html',
  apply: 'apply.html',
  register: 'register.html',
  deadlines: 'deadlines.html',
  statistics: 'statistics.html',
  guideline: guidelinePages.contents,
  accessibility: 'accessibility.html',
} as const

/** Shown by the server at an address where there is nothing. */
export const lostPath = '404.html'
/** Shown without a network in place of a page that has not been looked at before. */
export const offlinePath = 'offline.html'

/** Pages that have nothing to show of what may be published. */
export const internalOnly: readonly string[] = [links.deadlines]

/** `services/koho/youtube.yml` has the page `uses/koho/youtube.html`. */
export const useLink = (path: string): string =>
  `uses/${path
    .split('/')
    .slice(-2)
    .join('/')
    .replace(/\.ya?ml$/, '')}.html`

/** All forms of a use to print, or the blank ones without it; one form alone where it is named. */
export const formsLink = (path: string | null, form?: number): string => {
  const page = path === null ? 'forms.html' : useLink(path).replace(/\.html$/, '/forms.html')
  return form === undefined ? page : `${page}#form-${form}`
}
export const formLink = (path: string, form: number): string => formsLink(path, form)

/** All that whoever comes next in a section has to know of its uses. */
export const handoverLink = (department: string): string => `handovers/${department}.html`

/** A form without a use, to be filled in by hand. */
export const blankFormLink = (form: number): string => formsLink(null, form)

/** The register as it shows only these: `{ department: 'koho' }`. */
export const registerLink = (chosen: Readonly<Record<string, string>>): string =>
  `${links.register}#${new URLSearchParams(chosen)}`

/** The section "9", or "9-(3)": the heading within the page of its section. */
export const sectionLink = placeOfSection

/** The rule `03-scope/network-matrix` stands on the page of section 3; yaml, schema and file with the fields. */
export const ruleLink = placeOfRule

/** The wizard on an existing use: `task` is what is to be done with it. */
export const taskLink = (path: string, task?: string): string =>
  `${links.apply}#file=${encodeURIComponent(path)}${task === undefined ? '' : `&task=${task}`}`

/** A field of the form in the wizard has this id. */
export const fieldId = (pointer: Pointer): string => `field${pointer.replaceAll('/', '-')}`
