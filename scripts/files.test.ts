import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Diagnostic } from '../src/diagnostic.ts'
import { said } from './testing/command.ts'
import { temporaryFolder } from './testing/repository.ts'

const good = readFileSync('services/koho/youtube.yml', 'utf8')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

/** A folder with these files in it. */
function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = temporaryFolder()
  folders.push(folder)
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  return folder
}

type Report = { files: number; summary: Record<string, number>; diagnostics: Diagnostic[] }
async function judged(folder: string, ...paths: string[]): Promise<Report & { status: number; stderr: string }> {
  const { status, stdout, stderr } = await said(folder, 'validate', '--format', 'json', ...paths)
  return { status, stderr, ...(JSON.parse(stdout) as Report) }
}
const faultsIn = ({ diagnostics }: Report): string[] =>
  diagnostics.map(({ file, rule, line, column, pointer }) => `${file} ${rule} ${line}:${column}${pointer}`)

describe('置き場所と名前', () => {
  const named = [
    'koho/x_1',
    'koho/X',
    'koho/-x',
    'koho/x-',
    'koho/a--b',
    'koho/日本',
    'koho/x.y',
    'Koho/x',
    '広報/x',
    'x',
  ]
  test.each(named)('services/%s.yml は、決まりと違う', async (name) => {
    const folder = folderWith({ [`services/${name}.yml`]: good, 'services/koho/ok.yml': good })
    const report = await judged(folder)
    expect(report).toMatchObject({ status: 1, files: 2 })
    expect(faultsIn(report)).toEqual([`services/${name}.yml file 1:1`])
  })

  test('.yaml と、課の下のさらに下も、決まりと違う', async () => {
    const folder = folderWith({ 'services/koho/x.yaml': good, 'services/koho/old/x.yml': good })
    expect(faultsIn(await judged(folder))).toEqual([
      'services/koho/old/x.yml file 1:1',
      'services/koho/x.yaml file 1:1',
    ])
  })

  test('services/ の外では、名前を問わない', async () => {
    const folder = folderWith({ 'services/koho/ok.yml': good, '案/X 1.yaml': good })
    expect(await judged(folder, '案')).toMatchObject({ status: 0, files: 1, diagnostics: [] })
  })

  test('名前も中身も誤っていれば、それぞれを一度ずつ言う', async () => {
    const folder = folderWith({ 'services/koho/X.yml': 'a: [' })
    expect(faultsIn(await judged(folder))).toEqual(['services/koho/X.yml file 1:1', 'services/koho/X.yml yaml 1:4'])
  })
})

describe('ファイルでないもの', () => {
  const folder = folderWith({ 'services/koho/ok.yml': good, 'services/koho/folder.yml/x.yml': good })
  symlinkSync('ok.yml', join(folder, 'services/koho/link.yml'))
  symlinkSync('nowhere', join(folder, 'services/koho/dangling.yml'))
  symlinkSync('koho', join(folder, 'services/linked'))
  for (const hidden of ['services/.git', 'services/node_modules']) {
    mkdirSync(join(folder, hidden))
    writeFileSync(join(folder, hidden, 'x.yml'), '')
  }

  test('.yml という名のフォルダとリンクは1件ずつ示し、ほかのリンクと隠しフォルダは見ない', async () => {
    const report = await judged(folder)
    expect(report).toMatchObject({ status: 1, files: 4 })
    expect(faultsIn(report)).toEqual(['dangling', 'folder', 'link'].map((name) => `services/koho/${name}.yml file 1:1`))
  })

  test.each([
    'folder.yml',
    'folder.yml/',
    'link.yml',
    'link.yml/',
    'dangling.yml',
  ])('%s と名指ししても', async (name) => {
    const report = await judged(folder, `services/koho/${name}`)
    expect(report).toMatchObject({ status: 1, files: 1, diagnostics: [{ rule: 'file' }] })
  })
})

describe('一つの誤りは、ほかのファイルを隠さない', () => {
  const utf16 = Buffer.from(`\ufeff${good}`, 'utf16le')
  const bad: Record<string, [content: string | Uint8Array, fault: string]> = {
    broken: ['a: [', 'yaml 1:4'],
    empty: ['', 'yaml 1:1'],
    huge: ['a: 1\n'.repeat(200_000), 'file 1:1'],
    nul: ['a: \0', 'file 1:4'],
    deep: ['['.repeat(30_000), 'yaml 1:24'],
    utf16: [utf16, 'file 1:1'],
    twice: [`${good}use: {}\n`, 'yaml 77:1/use'],
    unknown: [`${good}memo: 1\n`, 'schema 77:1/memo'],
  }
  const folder = folderWith(
    Object.fromEntries(Object.entries(bad).map(([name, [content]]) => [`a/${name}.yml`, content])),
  )
  writeFileSync(join(folder, 'a/z.yml'), good.replace('free', 'fre'))

  test('どれも1件ずつ、場所とともに', async () => {
    const report = await judged(folder, 'a')
    const faults = Object.entries(bad).map(([name, [, fault]]) => `a/${name}.yml ${fault}`)
    expect(faultsIn(report)).toEqual([...faults, 'a/z.yml schema 10:12/service/pricing'].sort())
    expect(report).toMatchObject({ status: 1, files: 9, summary: { violation: 9 } })
  })

  test('開けないものがあっても、ほかは点検し、終了コードは2になる', async () => {
    const report = await judged(folder, 'a/nowhere.yml', 'a/broken.yml', 'nowhere')
    expect(report).toMatchObject({ status: 2, files: 1, summary: { violation: 1 } })
    expect(report.stderr).toBe('a/nowhere.yml を開けません: 見つかりません。\nnowhere を開けません: 見つかりません。\n')
  })

  test.skipIf(process.getuid?.() === 0)('読む権限がないものも', async () => {
    const locked = folderWith({ 'a/closed/x.yml': good, 'a/x.yml': good, 'a/y.yml': good })
    chmodSync(join(locked, 'a/closed'), 0)
    chmodSync(join(locked, 'a/y.yml'), 0)
    const report = await judged(locked, 'a')
    chmodSync(join(locked, 'a/closed'), 0o700)
    expect(report).toMatchObject({ status: 2, files: 1 })
    expect(report.stderr.match(/権限がありません/g)).toHaveLength(2)
  })
})

describe('ファイルの示し方', () => {
  const folder = folderWith({ 'here/a.yml': 'a: [', 'there/b.yml': 'a: [' })
  const here = join(folder, 'here')

  test('作業フォルダの下は相対、外は絶対で、同じファイルは一度だけ見る', async () => {
    const outside = join(folder, 'there/b.yml')
    const report = await judged(here, 'a.yml', './a.yml', join(here, 'a.yml'), '../there', outside)
    expect(report.diagnostics.map(({ file }) => file)).toEqual([outside, 'a.yml'])
  })

  test('services/ の中からでも、書かなければ services/ のすべてを見る', async () => {
    const repository = folderWith({ 'services/koho/x.yml': 'a: [', 'services/soumu/y.yml': good })
    const report = await judged(join(repository, 'services/koho'))
    expect(report.files).toBe(2)
    expect(faultsIn(report)).toEqual(['x.yml yaml 1:4'])
  })
})
