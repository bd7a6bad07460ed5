import { describe, expect, test } from 'vitest'
import { reportOf, sampleDiagnostics } from '../testing/report.ts'
import { formats, loadReporter } from './formats.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import type { Report } from './reporter.ts'
import { sarif } from './sarif.ts'

const changes = [{ file: 'services/bunka/yoyaku.yml', transition: 'renewal' }]
const advice = sampleDiagnostics.filter(({ verdict }) => verdict === 'advice')
const reports: Record<string, Report> = {
  findings: reportOf(sampleDiagnostics),
  clean: reportOf([]),
  advice: reportOf(advice, { changes }),
}

for (const format of formats)
  for (const [name, report] of Object.entries(reports))
    test(`${format} の ${name}`, async () => {
      const text = (await loadReporter(format))(report)
      expect(text).toMatch(/\n$/)
      await expect(text).toMatchFileSnapshot(`golden/${name}.${format}.out`)
    })

describe('サイトのアドレスがあると、指摘は規則の説明を指す', () => {
  const report = reportOf(sampleDiagnostics, { site: 'https://example.github.io/shinsa/' })
  const matrix = 'https://example.github.io/shinsa/guideline/3.html#network-matrix'
  const written = 'https://example.github.io/shinsa/guideline/fields.html#yaml'

  test.each(['terminal', 'github', 'junit', 'sarif'] as const)('%s', async (format) => {
    const text = (await loadReporter(format))(report)
    expect(text).toContain(matrix)
    expect(text).toContain(written)
  })

  test('sarif は helpUri に書く', () => {
    const { rules } = JSON.parse(sarif(report)).runs[0].tool.driver
    expect(rules.find(({ id }: { id: string }) => id === '03-scope/network-matrix').helpUri).toBe(matrix)
  })

  test('json は契約のまま', () => expect(json(report)).toBe(json(reports.findings!)))

  test('知らない規則は指さない', () => {
    const made = [{ ...sampleDiagnostics[0]!, rule: '99-none/made-up' }]
    expect(sarif(reportOf(made, { site: 'https://example.jp/' }))).not.toContain('helpUri')
  })
})

test('端末の色', async () => {
  const terminal = await loadReporter('terminal')
  await expect(terminal(reportOf(advice, { colour: true }))).toMatchFileSnapshot('golden/colour.terminal.out')
})

test('json は契約どおりの順の鍵だけを持つ', () => {
  const first = sampleDiagnostics[0]!
  const reversed = Object.fromEntries(Object.entries(first).reverse())
  const shuffled = { extra: 1, ...reversed, ...first }
  const document = JSON.parse(json(reportOf([shuffled], { changes })))
  expect(Object.keys(document)).toEqual(['version', 'files', 'summary', 'diagnostics', 'changes'])
  expect(Object.keys(document.summary)).toEqual(['violation', 'judgement', 'advice'])
  expect(Object.keys(document.diagnostics[0]).join()).toBe(
    'file,line,column,endLine,endColumn,pointer,rule,verdict,message,remedy,section',
  )
  expect(JSON.parse(json(reportOf([])))).not.toHaveProperty('changes')
})

test('github は重いものから10件ずつ示し、残りの件数を言う', () => {
  const [judgement, violation, advised] = sampleDiagnostics
  const many = [advised!, judgement!, violation!].flatMap((diagnostic) => Array.from({ length: 13 }, () => diagnostic))
  const lines = github(reportOf(many)).trimEnd().split('\n')
  expect(lines.map((line) => line.slice(0, 6)).join('')).toBe(
    `${'::erro'.repeat(10)}${'::warn'.repeat(10)}${'::noti'.repeat(10)}`,
  )
  expect(lines.at(-1)).toMatch(/^::notice::ほか 10 件/)
})

test('github はちょうど10件なら残りを言わない', () => {
  const lines = github(reportOf(Array.from({ length: 10 }, () => advice[0]!)))
    .trimEnd()
    .split('\n')
  expect(lines).toHaveLength(10)
  expect(lines.at(-1)).not.toContain('ほか')
})

test('github は行をまたぐ範囲に桁を付けない', () => {
  const [across, within] = github(reportOf(sampleDiagnostics.slice(0, 2)))
    .split('\n')
    .toReversed()
    .slice(1)
  expect(across).not.toMatch(/,col=|endColumn=/)
  expect(within).toContain('line=3,col=47,endColumn=51,endLine=3')
})

test('sarif の規則の番号と位置は合っている', () => {
  const [run] = JSON.parse(sarif(reportOf(sampleDiagnostics))).runs
  expect(run.columnKind).toBe('utf16CodeUnits')
  expect(run.results).toHaveLength(sampleDiagnostics.length)
  for (const [index, result] of run.results.entries()) {
    const { line, column, endLine, endColumn, file, rule } = sampleDiagnostics[index]!
    const { artifactLocation, region } = result.locations[0].physicalLocation
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(rule)
    expect(region).toEqual({ startLine: line, startColumn: column, endLine, endColumn })
    expect(decodeURIComponent(artifactLocation.uri)).toBe(file)
    expect(artifactLocation.uri).toMatch(/^[\w/.%~!*'()-]+$/)
  }
})

test.each([
  ['/tmp/あ.yml', 'file:///tmp/%E3%81%82.yml'],
  ['C:/work/a b.yml', 'file:///C:/work/a%20b.yml'],
  ['c:x.yml', 'c%3Ax.yml'],
  ['-', '-'],
])('sarif の場所 %s', (file, uri) => {
  const [run] = JSON.parse(sarif(reportOf([{ ...advice[0]!, file }]))).runs
  expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
})

test('sarif の指紋は行が動いても変わらない', () => {
  const prints = (line: number): unknown =>
    JSON.parse(sarif(reportOf([{ ...advice[0]!, line }]))).runs[0].results[0].partialFingerprints
  expect(prints(3)).toEqual(prints(9))
})

test('junit では要修正だけが失敗になる', () => {
  const text = junit(reportOf(sampleDiagnostics))
  expect(text.match(/<failure /g)).toHaveLength(6)
  expect(text).toContain('<testsuites name="shinsa" tests="9" failures="6" errors="0" skipped="0">')
})
