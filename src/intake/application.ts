import { type Draft, serviceOf, withAnswer } from '../draft/draft.ts'
import { isMapping } from '../draft/mapping.ts'
import { nextQuestions } from '../draft/questions.ts'
import { writeService } from '../draft/write.ts'
import { valueAt } from '../facts.ts'
import { fields } from '../generated/fields.ts'
import type { Pointer } from '../pointer.ts'
import { parseSource } from '../source/document.ts'
import type { Values } from './answers.ts'
import { type Desk, missing, type Prepared } from './desk.ts'
import { findingsIn, prohibitionsOf } from './findings.ts'
import { everyRisk, type Form } from './form.ts'
import { type Folder, filesNamed, isEnded, newPath } from './place.ts'
import type { Problem } from './problem.ts'

/** 新規: a file of its own. */
export function prepareNew(
  values: Values,
  form: Form,
  folder: Folder,
  files: ReadonlyMap<string, string>,
  desk: Desk,
): Prepared {
  const { policies, sheets, number } = desk
  const name = String(values.get('/service/name') ?? '')
  if (isKnown(name, values.get('/service/plan'), files))
    return missing({
      label: 'サービス名',
      text: '同じ課の台帳に、このサービスの利用がすでにあるため、内容を改めるなら「更改」の申請票を、それ以外は「相談」の票を使ってください。',
    })
  const draft = withRisks(draftOf(values, folder, desk), values.get(everyRisk) === true, desk)
  const { assessment, questions } = nextQuestions(stated(draft), policies, sheets)
  const value = serviceOf(draft, sheets)
  if (assessment.outcome === 'prohibited')
    return { state: 'prohibited', problems: prohibitionsOf(value, assessment, policies) }
  const required = questions.filter(({ need }) => need === 'required').map(({ pointer }) => pointer)
  const asked = assessment.outcome === 'incomplete' ? required.flatMap((pointer) => askedAgain(pointer, form)) : []
  if (asked.length > 0) return missing(...asked)
  const file = newPath(folder.slug, name, number, files)
  const text = writeService(value, sheets)
  const { problems, remaining } = findingsIn(file, text, policies)
  if (problems.length > 0) return missing(...problems)
  return { state: 'ready', file, text, name, department: folder.name, remaining }
}

const isKnown = (name: string, plan: unknown, files: ReadonlyMap<string, string>): boolean =>
  filesNamed(name, files).some((path) => {
    const text = files.get(path) ?? ''
    return !isEnded(text) && valueAt(parseSource(path, text).value, '/service/plan') === plan
  })

function draftOf(values: Values, folder: Folder, { day }: Desk): Draft {
  const answers: [Pointer, unknown][] = [
    ...[...values].filter(([pointer]) => pointer !== everyRisk),
    ['/department/name', folder.name],
    ['/application/type', 'new'],
    ['/application/date', values.get('/application/date') ?? day],
  ]
  return withPlan(answers.reduce<Draft>((draft, [pointer, value]) => withAnswer(draft, pointer, value), {}))
}

/** Whoever writes a number and no decision is waiting for it. */
const withPlan = (draft: Draft): Draft => {
  const plan = valueAt(draft, '/application/informatizationPlan')
  return isMapping(plan) && plan.decision === undefined
    ? withAnswer(draft, '/application/informatizationPlan/decision', 'pending')
    : draft
}

/** What is left empty on the form is what a file says by not saying it. */
const stated = (draft: Draft): Draft =>
  Object.entries(fields).reduce(
    (filled, [pointer, { default: usual }]) =>
      usual === undefined || valueAt(draft, pointer) !== undefined ? filled : withAnswer(filled, pointer, usual),
    draft,
  )

/** The same answer for every risk that this use has. */
function withRisks(draft: Draft, isAccepted: boolean, { policies, sheets }: Desk): Draft {
  if (!isAccepted) return draft
  const asked = nextQuestions(stated(draft), policies, sheets).questions.map(({ pointer }) => pointer)
  return asked
    .filter((pointer) => /^\/risks\/[^/]+\/accepted$/.test(pointer))
    .reduce<Draft>((filled, pointer) => withAnswer(filled, pointer, true), draft)
}

/** What decides whether anything is needed at all must be answered on the form. */
function askedAgain(pointer: Pointer, form: Form): Problem[] {
  const field = form.fields.find((one) => one.pointer === pointer)
  return field === undefined
    ? []
    : [{ label: field.label, text: '何を申請するかが、これで決まるため、答えてください。' }]
}
