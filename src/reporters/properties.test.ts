import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../diagnostic.ts'
import { reportOf } from '../testing/report.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { Report } from './reporter.ts'
import { sarif } from './sarif.ts'
import { terminal } from './terminal.ts'

const nasty = ['\u001b[31m', '\u009b', '\u202e', '\u2028', '\r\n', '\n::error::x', '%0A', ',line=1', ']]>', '<!--']
const others = [
  '&amp;',
  '"',
  '\ud800',
  '\uffff',
  '__proto__',
  '\u0000',
  '\ufeff',
  'ｶﾞ',
  '👨‍👩‍👧',
  '##[error]',
  'か\u3099',
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...nasty, ...others), fc.string({ unit: 'binary' }), fc.string()), { maxLength: 6 })
  .map((parts) => parts.join(''))
const place = fc.integer({ min: 1, max: 40 })

const diagnostic: fc.Arbitrary<Diagnostic> = fc.record({
  file: hostile,
  line: fc.integer({ min: 1, max: 4 }),
  column: place,
  endLine: fc.integer({ min: 1, max: 4 }),
  endColumn: place,
  pointer: hostile,
  rule: hostile,
  verdict: fc.constantFrom('violation', 'judgement', 'advice'),
  message: hostile,
  remedy: fc.option(hostile),
  section: fc.option(hostile),
})

const report: fc.Arbitrary<Report> = fc
  .record({
    diagnostics: fc.array(diagnostic, { maxLength: 40 }),
    files: fc.nat(),
    text: hostile,
    title: fc.option(hostile),
    width: fc.oneof(fc.nat(300), fc.constant(Number.POSITIVE_INFINITY)),
    changes: fc.option(fc.array(fc.record({ file: hostile, transition: hostile }))),
  })
  .map(({ diagnostics, files, text, title, width, changes }) => {
    const given = { files, width, textOf: () => text, titleOf: () => title, site: null }
    return reportOf(diagnostics, changes === null ? given : { ...given, changes })
  })

const holds = (claim: (report: Report) => void): void => fc.assert(fc.property(report, claim), { numRuns: 300 })

test('端末には制御文字も向きを変える文字も出ない', () =>
  holds((given) => {
    expect(terminal(given)).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
  }))

test('色を付けても、出る制御文字は色だけである', () =>
  holds((given) => {
    const bare = terminal({ ...given, colour: true }).replace(/\u001b\[\d+m/g, '')
    expect(bare).toBe(terminal(given))
  }))

test('端末の原文と印は幅に収まる', () =>
  holds((given) => {
    const widest = Math.max(given.width, 40)
    for (const line of terminal(given).split('\n'))
      if (/^ {4} *\d* \|( |$)/.test(line)) expect(stringWidth(line)).toBeLessThanOrEqual(widest)
  }))

test('json はそのまま読み戻せる', () =>
  holds((given) => {
    const { version, files, summary, diagnostics, changes } = JSON.parse(json(given))
    expect([version, files, changes]).toEqual([1, given.files, given.changes])
    expect(diagnostics).toEqual(given.diagnostics)
    expect(summary.violation + summary.judgement + summary.advice).toBe(diagnostics.length)
  }))

const unescaped = (text: string): string =>
  text.replace(/%(0D|0A|3A|2C|25)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))

test('github の命令は一行ずつで、場所を偽れない', () =>
  holds((given) => {
    const lines = github(given).split('\n').slice(0, -1)
    if (given.diagnostics.length === 0) return
    for (const line of lines) {
      const command = /^::(error|warning|notice)(?: ([^\r]*?))?::([^\r\n]*)$/.exec(line)
      expect(command).not.toBeNull()
      const names = (command![2] ?? '').split(',').map((property) => property.split('=')[0])
      expect(names.join()).toMatch(/^(file,line,(col,endColumn,)?endLine,title)?$/)
      const file = /(?:^|,)file=([^,]*)/.exec(command![2] ?? '')?.[1]
      if (file !== undefined) expect(given.diagnostics.map((one) => one.file)).toContain(unescaped(file))
    }
    for (const level of ['error', 'warning', 'notice'])
      expect(lines.filter((line) => line.startsWith(`::${level}`)).length).toBeLessThanOrEqual(10)
  }))

test('sarif はいつも読める JSON で、指摘を落とさない', () =>
  holds((given) => {
    const [run] = JSON.parse(sarif(given)).runs
    expect(run.results).toHaveLength(given.diagnostics.length)
    expect(new Set(run.tool.driver.rules.map(({ id }: { id: string }) => id)).size).toBe(run.tool.driver.rules.length)
  }))

/** Well-formed in the sense of XML 1.0, as far as the reporter can break it: characters, references, tags, attributes. */
function assertWellFormed(text: string): void {
  expect(text).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
  const open: string[] = []
  const tag = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)>/g
  const body = text.replace(/^<\?xml[^?]*\?>/, '')
  for (const [, closing, name] of body.matchAll(tag))
    if (closing === '') open.push(name!)
    else expect(open.pop()).toBe(name)
  expect(open).toEqual([])
  expect(body.replace(tag, '')).not.toContain('<')
  expect(body).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/)
  expect(body).not.toContain(']]>')
}

test('junit はいつも整形式の XML である', () => holds((given) => assertWellFormed(junit(given))))
