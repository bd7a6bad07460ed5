import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { glob } from 'zx'
import * as core from './testing/core.ts'

const files = ['services/sports/koza-moushikomi.yml', 'fixtures/refused/criterion-reason-missing.yml', 'biome.json']

/** A world with nothing in it but the language, and not even its clock and its dice. */
async function emptyWorld(): Promise<{ run(expression: string): unknown }> {
  const { outputFiles } = await build({
    entryPoints: ['src/testing/core.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'core',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2023',
  })
  const world = createContext({}, { codeGeneration: { strings: false, wasm: false } })
  runInContext('delete globalThis.Date; delete Math.random; delete globalThis.console', world)
  runInContext(outputFiles[0]!.text, world)
  return { run: (expression) => runInContext(expression, world) }
}

describe('核と規則は、ファイルも時計もない世界で、同じ答えを出す', async () => {
  const world = await emptyWorld()
  test('その世界には、何もない', () => {
    for (const name of ['process', 'require', 'console', 'Date', 'fetch', 'document', 'setTimeout', 'performance'])
      expect(world.run(`typeof ${name}`), name).toBe('undefined')
    expect(world.run('typeof Math.random')).toBe('undefined')
    expect(() => world.run('new Function("return 1")')).toThrow(/Code generation from strings disallowed/)
  })
  test.each(files)('%s', (file) => {
    const text = readFileSync(file, 'utf8')
    const answer = world.run(`core.answer(${JSON.stringify(file)}, ${JSON.stringify(text)})`)
    expect(answer).toBe(core.answer(file, text))
    expect(JSON.parse(core.answer(file, text))).toMatchObject({
      diagnostics: expect.anything(),
      due: expect.anything(),
    })
  })
})

type Import = { file: string; from: string; isType: boolean }
const importing = /^(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?'([^']+)'/gm
const importsOf = (pattern: string): Import[] =>
  glob
    .sync(pattern)
    .filter((file) => !file.endsWith('.test.ts') && !file.startsWith('src/testing/'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(importing)].map(([, isType, path = '']) => ({
        file,
        from: path.startsWith('.') ? normalize(join(dirname(file), path)).replaceAll('\\', '/') : path,
        isType: isType !== undefined,
      })),
    )
const shown = ({ file, from }: Import): string => `${file} → ${from}`

describe('取り込みは、一つの向きだけである', () => {
  const ofCore = importsOf('src/**/*.ts')
  const ofPolicies = importsOf('policies/**/*.ts')

  test('見るべきものを、見ている', () => {
    expect(ofCore.map(shown)).toContain('src/check.ts → src/assess.ts')
    expect(ofPolicies.map(shown)).toContain('policies/03-scope/network-matrix.ts → src/rule.ts')
  })
  test('src/ は、規則も道具も Node も知らない', () => {
    const outside = ofCore.filter(({ from }) => /^(?:policies|scripts|site|services|node:)/.test(from))
    expect(outside.map(shown)).toEqual([])
  })
  test('規則は、規則の部品と用語と表だけを使う', () => {
    const parts = ['rule', 'vocabulary', 'pointer', 'facts', 'folding', 'nearest', 'calendar'].map(
      (one) => `src/${one}.ts`,
    )
    const outside = ofPolicies.filter(
      ({ from, isType }) => !isType && !from.startsWith('policies/') && !parts.includes(from),
    )
    expect(outside.map(shown)).toEqual([])
  })
  test('規則どうしは、互いを知らない', () => {
    const ruleFile = /^policies\/\d\d-[^/]+\/[^/]+\.ts$/
    const between = ofPolicies.filter(({ file, from }) => ruleFile.test(file) && ruleFile.test(from))
    expect(between.map(shown)).toEqual([])
  })
  test('輪になる取り込みはない', () => {
    const uses = [...ofCore, ...ofPolicies].filter(({ isType, from }) => !isType && from.endsWith('.ts'))
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (done.has(file) || path.includes(file)) return
      for (const one of uses) if (one.file === file) visit(one.from, [...path, file])
      done.add(file)
    }
    for (const { file } of uses) visit(file, [])
    expect(circles).toEqual([])
  })
})
