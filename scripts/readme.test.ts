import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const commands = [...readme.matchAll(/^```console\n([\s\S]*?)^```/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  .filter((line) => line.startsWith('$ '))
  .map((line) => line.slice('$ '.length))

/** Too long to run inside the tests that they start: the build on a clean clone runs them. */
const runByBuild = ['npm ci && npm run validate', 'npm ci && npm test', 'npm run check']
/** Shows a refused file on purpose. */
const expectedStatus = (command: string): number => (command.includes('fixtures/refused/') ? 1 : 0)

test.each(
  commands.filter((command) => !runByBuild.includes(command) && !command.startsWith('npm run generate')),
)('%s', (command) => {
  const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: 'utf8' })
  expect({ status, silent: stdout === '', faults: stderr.match(/内部の不具合.*/)?.[0] }).toEqual({
    status: expectedStatus(command),
    silent: false,
    faults: undefined,
  })
}, 60_000)

test('残りのコマンドは、きれいな複製での確認（.ci/run）が実行する', () => {
  const build = readFileSync('.ci/run', 'utf8')
  for (const command of runByBuild)
    for (const part of command.split(' && ')) expect(build).toMatch(new RegExp(`^(step )?${part}\\b`, 'm'))
  expect(JSON.parse(readFileSync('package.json', 'utf8')).scripts.check).toContain('npm run generate -- --check')
})

test('指摘の見え方は、いまの出力のとおりである', () => {
  expect(readme).toContain(readFileSync('fixtures/refused/matrix-cloud-lgwan.out', 'utf8'))
})

test('README はリポジトリの中のものだけを指す', () => {
  for (const [, path = ''] of readme.matchAll(/\]\(([^)#]+)\)/g))
    if (!path.startsWith('http')) expect(() => readFileSync(path), path).not.toThrow()
})
