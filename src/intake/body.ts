import type { Form, FormField } from './form.ts'
import type { Problem } from './problem.ts'

/** What was answered, by the ids of the fields. */
export type Submission = { form: Form; answers: ReadonlyMap<string, string> }
export type ReadBody = { form: Form; answers: ReadonlyMap<string, string>; problems: readonly Problem[] }

type Heading = { field: FormField; line: number }

/**
 * Reads the text that GitHub makes of a filled form: every label as a heading, the answer below it. Null where it is no
 * form of ours. A text within an answer may look like a heading; as every real one is there, it then occurs twice.
 */
export function readBody(body: string, labels: readonly string[], forms: readonly Form[]): ReadBody | null {
  const lines = body.split(/\r\n|\r|\n/)
  const form = formOf(lines, labels, forms)
  if (form === undefined) return null
  const headings = headingsIn(lines, form)
  const problems = form.fields.flatMap((field) => {
    const text = faultOf(headings.filter((heading) => heading.field === field).length)
    return text === null ? [] : [{ label: field.label, text }]
  })
  if (problems.length > 0) return { form, answers: new Map(), problems }
  if (headings.some(({ field }, index) => field !== form.fields[index]))
    return { form, answers: new Map(), problems: [{ label: null, text: '見出しの順が、申請票と違います。' }] }
  const answers = headings.flatMap(({ field, line }, index): [string, string][] => {
    const answer = lines
      .slice(line + 1, headings[index + 1]?.line)
      .join('\n')
      .trim()
    return isUnanswered(answer, field) ? [] : [[field.id, answer]]
  })
  return { form, answers: new Map(answers), problems: [] }
}

/** The form whose headings are all there; else the one that the label of the issue names. */
function formOf(lines: readonly string[], labels: readonly string[], forms: readonly Form[]): Form | undefined {
  const whole = forms.filter((form) => {
    const found = new Set(headingsIn(lines, form).map(({ field }) => field))
    return found.size === form.fields.length
  })
  const named = forms.filter(({ label }) => labels.includes(label))
  return whole.length === 1 ? whole[0] : named[0]
}

function headingsIn(lines: readonly string[], { fields }: Form): Heading[] {
  const byLabel = new Map(fields.map((field) => [field.label, field]))
  return lines.flatMap((text, line) => {
    const field = text.startsWith('### ') ? byLabel.get(text.slice('### '.length).trimEnd()) : undefined
    return field === undefined ? [] : [{ field, line }]
  })
}

function faultOf(count: number): string | null {
  if (count === 1) return null
  return count === 0
    ? '見出しが消えているため、読み取れません。見出しを元に戻すか、新しい申請票に書き直してください。'
    : '見出しと同じ文がほかの答えの中にあるため、読み取れません。「###」で始まる行を答えから除いてください。'
}

/** GitHub writes so where nothing was answered. */
const isUnanswered = (answer: string, { type }: FormField): boolean =>
  answer === '' || answer === '_No response_' || (type === 'dropdown' && answer === 'None')
