import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Diagnostic } from '../src/diagnostic.ts'
import { life, lifeFile, otherEnd } from '../src/testing/life.ts'
import { shinsa, type TestRepository, testRepository } from './testing/repository.ts'

type Answer = { status: number; changes: unknown; diagnostics: Diagnostic[] }

const judge = async ({ folder }: TestRepository, base: string): Promise<Answer> => {
  const { status, output } = await shinsa(folder, 'validate', '--base', base, '--format', 'json')
  return { status, ...JSON.parse(output) }
}
const violations = ({ diagnostics }: Answer): Diagnostic[] =>
  diagnostics.filter(({ verdict }) => verdict === 'violation')

let repository: TestRepository
beforeAll(() => {
  repository = testRepository()
  repository.write('README.md', '台帳\n')
  repository.commit('台帳を始める')
})
afterAll(() => repository.dispose())

// In order: each step stands on the one before.
describe.each(life)('$name', ({ name, transition, text, mistakes }) => {
  test.each(mistakes)('× $name', async ({ text, rule, section }) => {
    repository.write(lifeFile, text)
    const answer = await judge(repository, 'HEAD')
    expect(answer.status).toBe(1)
    expect(violations(answer)).toMatchObject([{ file: lifeFile, rule, section }])
  })

  test('○', async () => {
    repository.write(lifeFile, text)
    repository.commit(name)
    const answer = await judge(repository, 'HEAD~1')
    expect(violations(answer)).toEqual([])
    expect(answer).toMatchObject({ status: 0, changes: [{ file: lifeFile, transition }] })
  })
})

test('様式6と終了を一度に記録する', async () => {
  const { before, step } = otherEnd
  repository.write(lifeFile, before)
  repository.commit('終わる前に戻す')
  for (const { text, rule, section } of step.mistakes) {
    repository.write(lifeFile, text)
    const answer = await judge(repository, 'HEAD')
    expect(answer.status).toBe(1)
    expect(violations(answer)).toMatchObject([{ rule, section }])
  }
  repository.write(lifeFile, step.text)
  expect(await judge(repository, 'HEAD')).toMatchObject({ status: 0, changes: [{ transition: 'termination' }] })
})

test('生涯のすべてが履歴に並ぶ', async () => {
  const { status, output } = await shinsa(repository.folder, 'history', lifeFile, '--format', 'json')
  const { history } = JSON.parse(output)
  expect(status).toBe(0)
  expect(history.slice(0, life.length).map(({ transition }: { transition: string }) => transition)).toEqual(
    life.map(({ transition }) => transition),
  )
})
