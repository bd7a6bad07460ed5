import { isMapping } from '../draft/mapping.ts'
import { type Edit, EditError, editService } from '../edit/edit.ts'
import { valueAt } from '../facts.ts'
import type { Pointer } from '../pointer.ts'
import { parseSource } from '../source/document.ts'
import type { Values } from './answers.ts'
import { type Desk, missing, type Prepared } from './desk.ts'
import { findingsIn } from './findings.ts'
import { existingFile } from './place.ts'
import { problemOf } from './problem.ts'

type Asked = { values: Values; place: string | undefined; files: ReadonlyMap<string, string>; desk: Desk }
type Found = { file: string; text: string; value: unknown }

/** 更改: only what changes is written, and the application itself. */
export function prepareRenewal(asked: Asked): Prepared {
  const found = openFile(asked)
  if ('state' in found) return found
  const { values, desk } = asked
  const changed = [...values].filter(([at]) => !at.startsWith('/application/') && !searched.has(at))
  const fields = changed.filter(([at, value]) => JSON.stringify(valueAt(found.value, at)) !== JSON.stringify(value))
  if (fields.length === 0) return missing(problemOf('変わるところが、一つも答えられていません。'))
  const previous = values.get('/application/previous') ?? valueAt(found.value, '/application/number')
  if (previous === undefined)
    return missing({
      label: '前回の申請番号',
      text: '台帳に番号が載っていないため、前回の申請の番号を書いてください。',
    })
  return written(found, [...fields.map(editOf), ...applicationEdits(found, values, previous, desk)], desk)
}

/** What the use is found by. */
const searched: ReadonlySet<Pointer> = new Set(['/department/name', '/service/name'])
const editOf = ([at, value]: readonly [Pointer, unknown]): Edit => ({ pointer: at, value })

/** Numbers, decisions and entries of the application before stay in the history of the file. */
function applicationEdits({ value }: Found, values: Values, previous: unknown, { day }: Desk): Edit[] {
  const given = (at: Pointer): unknown => values.get(at)
  const plan = ['number', 'decision', 'date'].flatMap((key) => {
    const entry = given(`/application/informatizationPlan/${key}`)
    return entry === undefined ? [] : [[key, entry] as const]
  })
  const isNewProvider = values.has('/service/provider/name') && !values.has('/service/provider/corporateNumber')
  return [
    { pointer: '/application/type', value: 'renewal' },
    { pointer: '/application/number', value: undefined },
    { pointer: '/application/previous', value: previous },
    { pointer: '/application/date', value: given('/application/date') ?? day },
    {
      pointer: '/application/informatizationPlan',
      value: plan.length === 0 ? undefined : { decision: 'pending', ...Object.fromEntries(plan) },
    },
    ...entryEdits(values),
    // The old number would name the old provider.
    ...(isNewProvider && valueAt(value, '/service/provider/corporateNumber') !== undefined
      ? [{ pointer: '/service/provider/corporateNumber', value: undefined }]
      : []),
  ]
}

const entryEdits = (values: Values): Edit[] => {
  const [by, sha256] = ['/application/entry/by', '/application/entry/sha256'].map((at) => values.get(at))
  return [{ pointer: '/application/entry', value: by === undefined ? undefined : { by, sha256 } }]
}

/** 終了: the block of the termination. */
export function prepareTermination(asked: Asked): Prepared {
  const found = openFile(asked)
  if ('state' in found) return found
  const { values, desk } = asked
  const prefix = '/termination/'
  const answered = (key: string): [string, unknown][] => {
    const value = values.get(`${prefix}${key}`)
    return value === undefined ? [] : [[key.replace('data/', ''), value]]
  }
  const data = ['exported', 'deleted', 'certificate', 'certificateDue', 'note'].flatMap((key) =>
    answered(`data/${key}`),
  )
  const termination = Object.fromEntries([
    ...answered('date'),
    ['reported', values.get(`${prefix}reported`) ?? desk.day],
    ...['reason', 'successor'].flatMap(answered),
    ['reportedBy', 'form3'],
    ...(data.length === 0 ? [] : [['data', Object.fromEntries(data)]]),
  ]) as object
  const entry = values.has('/application/entry/by') ? entryEdits(values) : []
  return written(found, [...entry, { pointer: '/termination', value: termination }], desk)
}

/** 確認: one more entry of what was found. */
export function prepareConfirmation(asked: Asked): Prepared {
  const found = openFile(asked)
  if ('state' in found) return found
  const { values, desk } = asked
  const value = {
    date: values.get('/confirmations/*/date') ?? desk.day,
    status: values.get('/confirmations/*/status'),
  }
  return written(found, [{ pointer: '/confirmations/-', value }], desk)
}

function openFile({ values, place, files }: Asked): Found | Prepared {
  const file = existingFile(values, place, files)
  if (typeof file !== 'string') return missing(file)
  const text = files.get(file) ?? ''
  const { value, readable, faults } = parseSource(file, text)
  if (!readable || faults.length > 0 || !isMapping(value)) return missing(problemOf(beyondUs))
  if (isMapping(value.termination)) return missing(problemOf('この利用は、すでに終了しています。'))
  return { file, text, value }
}

const beyondUs = '台帳のファイルを、この仕組みでは書き換えられないため、情報政策課に、この票の番号を知らせてください。'

const written = (found: Found, edits: readonly Edit[], desk: Desk): Prepared =>
  settled(found, edited(found.text, edits, desk), desk)

/** Null where the text cannot say exactly what was meant. */
function edited(text: string, edits: readonly Edit[], { sheets }: Desk): string | null {
  try {
    return editService(text, edits, sheets)
  } catch (error) {
    if (error instanceof EditError) return null
    throw error
  }
}

function settled({ file, value }: Found, after: string | null, { policies }: Desk): Prepared {
  if (after === null) return missing(problemOf(beyondUs))
  const { problems, remaining } = findingsIn(file, after, policies)
  if (problems.length > 0) return missing(...problems)
  return {
    state: 'ready',
    file,
    text: after,
    name: String(valueAt(value, '/service/name')),
    department: String(valueAt(value, '/department/name')),
    remaining,
  }
}
