import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { sheets } from '../policies/sheets.ts'
import { form4, form5, form6 } from '../policies/tables.ts'
import { editService } from '../src/edit/edit.ts'
import { parseSource } from '../src/source/document.ts'
import { life, lifeFile, otherEnd } from '../src/testing/life.ts'
import { said } from './testing/command.ts'
import { shinsa, type TestRepository, testRepository } from './testing/repository.ts'

const valueIn = (text: string): unknown => parseSource('', text).value

/** One after the other, what somebody does with the file: a command, or an editor for what no command writes. */
type Act = readonly string[] | 'edit'
const afterwards = ['--as-of', '2030-04-01']
const checked = (form: number, day: string): Act => [
  ...['check', String(form), lifeFile, '--from', `様式${form}.yml`],
  ...['--by', '主査', '--date', day, '--confirmed', day, ...afterwards],
]
const ended = ['terminate', lifeFile, '--reason', '業務の終了', '--reportedBy', '様式3の届出']
const acts: readonly (readonly Act[])[] = [
  [],
  [checked(4, 'R8.6.28')],
  [checked(5, '2026-07-01')],
  [checked(5, '令和9年7月1日'), ['confirm', lifeFile, '--status', '利用中', '--date', '2026-08-03', ...afterwards]],
  ['edit'],
  [checked(6, '2028-03-31'), 'edit'],
  [[...ended, '--date', 'R11.3.31', '--reported', 'R11.4.2', '--data.exported', 'はい', '--data.deleted', 'はい']],
]

/** The same file as different hands leave it. */
const hands: Record<string, (text: string) => string> = {
  注釈のあるファイル: (text) =>
    `# 総務課の控え\n${text.replace('department:', '\n# 窓口は係\ndepartment: # 課').replace('risks:', 'risks:   # §6')}`,
  改行がCRLFでBOMのあるファイル: (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  最後の改行のないファイル: (text) => text.replace(/\n$/, ''),
}

describe.each(Object.entries(hands))('%s', (_, handed) => {
  let repository: TestRepository
  const read = (): string => readFileSync(join(repository.folder, lifeFile), 'utf8')
  beforeAll(() => {
    repository = testRepository()
    for (const { form, items } of [form4, form5, form6])
      repository.write(
        `様式${form}.yml`,
        stringify({ items: items.map(({ id }) => ({ id, result: '実施済み', evidence: '点検の記録' })) }),
      )
    repository.commit('台帳を始める')
  })
  afterAll(() => repository.dispose())

  const does = async (act: Act, wanted: string): Promise<void> => {
    const before = read()
    if (act === 'edit') {
      repository.write(lifeFile, editService(before, [{ pointer: '', value: valueIn(wanted) }], sheets))
      return
    }
    const [name = '', ...args] = act
    expect(await said(repository.folder, name, ...args)).toMatchObject({ status: 0 })
    expectOnlyMore(before, read())
  }
  const judged = async () => {
    const { status, output } = await shinsa(repository.folder, 'validate', '--base', 'HEAD', '--format', 'json')
    return { status, ...JSON.parse(output) }
  }

  // In order: each step stands on the one before.
  test.each(life.map((step, index) => ({ ...step, index })))('$name', async ({ name, text, transition, index }) => {
    if (index === 0) repository.write(lifeFile, handed(text))
    for (const act of acts[index] ?? []) await does(act, text)
    expect(valueIn(read())).toEqual(valueIn(text))
    expect(await judged()).toMatchObject({ status: 0, changes: [{ file: lifeFile, transition }] })
    repository.commit(name)
  })

  test('様式6と終了を、この順に記録する', async () => {
    repository.write(lifeFile, handed(otherEnd.before))
    repository.commit('終わる前に戻す')
    const before = read()
    const end = [...ended, '--date', '2028-03-31', '--reported', '2028-04-02', '--data.note', '保存なし'] as const
    const [name = '', ...args] = end
    const refused = await said(repository.folder, name, ...args)
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(`check 6 ${lifeFile}`) })
    expect(read()).toBe(before)
    await does(checked(6, '2028-03-31'), '')
    await does(end, '')
    expect(valueIn(read())).toEqual(valueIn(otherEnd.step.text))
    expect(await judged()).toMatchObject({ status: 0, changes: [{ transition: 'termination' }] })
  })
})

/** Whatever stood there stands there still, around what was put in. */
function expectOnlyMore(before: string, after: string): void {
  let start = 0
  while (start < before.length && before[start] === after[start]) start += 1
  expect(after.endsWith(before.slice(start))).toBe(true)
  expect(after.length).toBeGreaterThan(before.length)
}
