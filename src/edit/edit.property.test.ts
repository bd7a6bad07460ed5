import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMap, isSeq, parseDocument, visit } from 'yaml'
import { keysOf, type Pointer, pointerOf } from '../pointer.ts'
import { parseSource } from '../source/document.ts'
import { linesOf } from '../source/lines.ts'
import { pointersIn, replacedAt } from '../testing/fullest.ts'
import { editService } from './edit.ts'

const words = [
  'a',
  'yes',
  'no',
  '',
  ' x',
  'a: b',
  '#',
  '- a',
  'a, b',
  '{a}',
  '[',
  "'",
  '"',
  '2026-01-01',
  '0123',
  '1e3',
  '|',
  'あ。い',
] as const
const texts = fc.constantFrom(...words, 'a\nb', 'a\n\nb\n', 'a \n b', `${'長い 文 '.repeat(30)}。`)
const names = fc.constantFrom('service', 'use', 'checks', 'termination', 'form', 'x', 'あ', 'a: b', 'yes', '#k')
const scalars = fc.oneof(
  texts,
  fc.integer({ min: -9, max: 99_999 }),
  fc.boolean(),
  fc.constant(null),
  fc.double({ min: 0.5, max: 9, noNaN: true }),
)
const values: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, scalars, tie('mapping'), tie('list')),
  mapping: fc.dictionary(names, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  list: fc.array(tie('value'), { maxLength: 3 }),
})).value
const mappings = fc.dictionary(names, values, { minKeys: 1, maxKeys: 5, noNullPrototype: true })

type Style = {
  indent: number
  indentSeq: boolean
  lineWidth: number
  quotes: 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'
  flow: number
  padding: boolean
  comments: number
  lineBreak: string
  mark: boolean
  last: boolean
}
const styles: fc.Arbitrary<Style> = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 40),
  quotes: fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'),
  flow: fc.integer({ min: 1, max: 7 }),
  padding: fc.boolean(),
  comments: fc.integer({ min: 0, max: 3 }),
  lineBreak: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
  last: fc.boolean(),
})

/** A file as somebody may have written it: some collections between brackets, comments here and there. */
function written(value: object, style: Style): string {
  const document = parseDocument(JSON.stringify(value))
  let seen = 0
  visit(document, {
    Node: (_, node) => {
      seen += 1
      if (isMap(node) || isSeq(node)) node.flow = seen > 1 && seen % style.flow === 0
      else (node as { type?: string }).type = style.quotes
      if (seen > 1 && style.comments > 0 && seen % (style.comments + 1) === 0 && !isMap(node) && !isSeq(node))
        node.comment = ` 注釈${seen}`
    },
  })
  const text = document.toString({
    indent: style.indent,
    indentSeq: style.indentSeq,
    lineWidth: style.lineWidth,
    flowCollectionPadding: style.padding,
  })
  const whole = style.last ? text : text.replace(/\n+$/, '')
  return (style.mark ? '\ufeff' : '') + whole.replaceAll('\n', style.lineBreak)
}

const shared = (left: string, right: string): number => {
  let length = 0
  while (length < left.length && left[length] === right[length]) length += 1
  return length
}
const reversed = (text: string): string => text.split('').reverse().join('')

/** The lines that a place takes up, as offsets. */
function linesAt(text: string, pointer: Pointer): { start: number; end: number } {
  const source = parseSource('', text)
  const [key, value] = [source.rangeOfKey(pointer), source.rangeOf(pointer)]
  const lines = linesOf(text)
  const last = pointer === '' ? text.length : lines.startOf(value.endLine)
  return { start: lines.startOf(Math.min(key.line, value.line) - 1), end: last }
}

function expectOnlyThere(before: string, after: string, pointer: Pointer): void {
  const { start, end } = linesAt(before, pointer)
  // What is last may take along the comma or the break before it; what comes next may step up behind a dash.
  const from = before.slice(0, start).replace(/,?\s*$/, '').length
  const to = before.length - before.slice(end).trimStart().length
  expect(shared(before, after)).toBeGreaterThanOrEqual(from)
  expect(shared(reversed(before), reversed(after))).toBeGreaterThanOrEqual(before.length - to)
}
const expectOnlyMore = (before: string, after: string): void =>
  expect(shared(before, after) + shared(reversed(before), reversed(after))).toBeGreaterThanOrEqual(before.length)

const read = (text: string): unknown => {
  const { value, faults } = parseSource('', text)
  expect(faults).toEqual([])
  return value
}
const readable = (text: string, value: unknown): boolean => {
  const source = parseSource('', text)
  return source.faults.length === 0 && JSON.stringify(source.value) === JSON.stringify(value)
}
const cases = fc
  .record({ value: mappings, style: styles, pick: fc.nat(), by: values })
  .map(({ value, style, pick, by }) => {
    const text = written(value, style)
    const pointers = pointersIn(value).map((pointer) => pointer)
    return { value, text, by, pointer: pointers[pick % pointers.length]! }
  })
  .filter(({ text, value }) => readable(text, value))

/** Pointers of the tests have no escapes but those of RFC 6901, which none of the names needs. */
const at = (value: unknown, pointer: Pointer): unknown =>
  keysOf(pointer).reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value)
const options = { numRuns: Number(process.env.EDIT_RUNS ?? 120) }

test('置き換えると、その値だけが変わる', () =>
  fc.assert(
    fc.property(cases, ({ value, text, by, pointer }) => {
      fc.pre(pointer !== '')
      const edited = editService(text, [{ pointer, value: by }])
      expect(read(edited)).toEqual(replacedAt(value, keysOf(pointer), by))
      expectOnlyThere(text, edited, pointer)
    }),
    options,
  ))

test('同じ値では何も変わらない', () =>
  fc.assert(
    fc.property(cases, ({ value, text, pointer }) => {
      expect(editService(text, [{ pointer, value: at(value, pointer) }])).toBe(text)
    }),
    options,
  ))

test('消すと、その項目だけが消える', () =>
  fc.assert(
    fc.property(cases, ({ value, text, pointer }) => {
      fc.pre(pointer !== '')
      const parent = pointerOf(keysOf(pointer).slice(0, -1))
      const isOnly = Object.keys(at(value, parent) as object).length === 1
      const edited = editService(text, [{ pointer, value: undefined }])
      expect(read(edited)).toEqual(replacedAt(value, keysOf(pointer), undefined))
      if (!isOnly) expectOnlyThere(text, edited, pointer)
      else expectOnlyThere(text, edited, parent)
    }),
    options,
  ))

test('書き加えると、ほかは一文字も変わらない', () =>
  fc.assert(
    fc.property(cases, names, ({ value, text, by, pointer }, name) => {
      const held = at(value, pointer)
      fc.pre(typeof held === 'object' && held !== null && Object.keys(held).length > 0)
      fc.pre(Array.isArray(held) || !Object.hasOwn(held as object, name))
      const key = Array.isArray(held) ? '-' : name
      const edited = editService(text, [{ pointer: `${pointer}/${key}`, value: by }])
      const wanted = Array.isArray(held) ? [...held, by] : { ...(held as object), [name]: by }
      expect(read(edited)).toEqual(replacedAt(value, keysOf(pointer), wanted))
      expectOnlyMore(text, edited)
    }),
    options,
  ))

test('改行・先頭の印・最後の改行は、もとのままである', () =>
  fc.assert(
    fc.property(mappings, styles, values, (value, style, by) => {
      const text = written(value, style)
      fc.pre(readable(text, value) && !Object.hasOwn(value, 'confirmations'))
      const edited = editService(text, [{ pointer: '/confirmations/-', value: by }])
      expect(edited.startsWith('\ufeff')).toBe(style.mark)
      if (style.lineBreak === '\r\n' && text.includes('\r\n')) expect(edited).not.toMatch(/(?<!\r)\n/)
      else expect(edited).not.toContain('\r')
      expect(/\n$/.test(edited)).toBe(/\n$/.test(text))
    }),
    options,
  ))
