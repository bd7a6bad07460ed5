import type { Form } from '../../src/explain/knowledge.ts'
import { formStyle, runningHead } from '../../src/exporters/form-html.ts'
import { styleFor } from '../../src/exporters/page.ts'

/** What stands above papers on a screen, and is not printed. */
const barStyle = `
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; margin: 0 0 1.5rem; padding: 0 0 .5rem; border-bottom: 1px solid #767676 }
.bar h1, .bar nav { width: 100% }
.bar ul { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; list-style: none }
.bar a, .bar button { display: inline-flex; align-items: center; min-height: 44px; color: #0017c1; font: inherit }
.bar button { padding: 0 1rem; border: 1px solid #0017c1; border-radius: 8px; background: #fff; font-weight: bold; cursor: pointer }
.bar button[hidden] { display: none }
a:visited { color: #8b1a77 }
:focus-visible { outline: 4px solid #1a1a1a; outline-offset: 2px; box-shadow: 0 0 0 2px #b78f00 }
@media print { .bar { display: none } }
`

/** The style of the pages of forms: that of the forms on paper, with a head of its own for each. */
export const formsStyles = (forms: readonly Form[]): Record<string, string> => ({
  'forms.css': [styleFor('portrait'), formStyle, ...forms.map(sheetStyle), barStyle, sheetsStyle].join('\n'),
})

/** The style of the pages of the 引継書: that of the paper. */
export const handoverStyles: Record<string, string> = {
  'handover.css': [styleFor('portrait'), barStyle].join('\n'),
}

const sheetStyle = ({ form, status }: Form): string => {
  const head = runningHead({ name: `様式${form}`, isReconstruction: status === 'reconstruction' })
  return `@page form-${form} { @top-right { content: "${head}"; font-size: 8pt } } .form-${form} { page: form-${form} }`
}

/** Whoever comes for one form sees and prints that one alone. */
const sheetsStyle = `
.form { margin: 0 0 3rem; scroll-margin-top: 14rem }
main:has(> :target) > .form:not(:target) { display: none }
.form h2 { margin: 0 0 .3em; border: 0; font-size: 14pt }
@media print { .form { margin: 0 } }
`
