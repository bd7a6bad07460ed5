/** Time and memory of whole processes over 1, 1,000 and 10,000 files, beside plain parsing of the same files. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { glob } from 'zx'

const counts = process.argv.includes('--short') ? [1, 100] : [1, 1000, 10_000]
const rounds = 3
const templates = (await glob('services/*/*.yml')).sort().map((file) => readFileSync(file, 'utf8'))
const bin = resolve('dist/shinsa.js')

/** Told by the process itself at its end: the peak of its memory, in kilobytes. */
const peak =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))'
const plain = (library: string) => `
  const { readdirSync, readFileSync } = await import('node:fs')
  const { ${library} } = await import('${library === 'load' ? 'js-yaml' : 'yaml'}')
  for (const name of readdirSync('.', { recursive: true })) if (name.endsWith('.yml')) ${library}(readFileSync(name, 'utf8'))`

function measure(args: string[], cwd: string): string {
  const runs = Array.from({ length: rounds }, () => {
    const start = performance.now()
    const { stderr, status } = spawnSync(process.execPath, ['--import', peak, ...args], { cwd, maxBuffer: 2 ** 30 })
    if (status === null || status > 1) throw new Error(`${args}: ${stderr}`)
    return {
      seconds: (performance.now() - start) / 1000,
      megabytes: Number(/peak (\d+)/.exec(String(stderr))?.[1]) / 1024,
    }
  }).sort((a, b) => a.seconds - b.seconds)
  const { seconds, megabytes } = runs[Math.floor(rounds / 2)]!
  return `${seconds.toFixed(2)} s  ${megabytes.toFixed(0)} MB`
}

function generateFiles(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'shinsa-bench-'))
  for (let index = 0; index < count; index += 1) {
    const department = join(folder, 'services', `section-${Math.floor(index / 100)}`)
    if (index % 100 === 0) mkdirSync(department, { recursive: true })
    writeFileSync(join(department, `use-${index}.yml`), templates[index % templates.length]!)
  }
  return folder
}

const modules = resolve('node_modules')
for (const count of counts) {
  const folder = generateFiles(count)
  const rows: [string, string[]][] = [
    ['node -e 0', ['-e', '0']],
    [
      'js-yaml: load のみ',
      [
        '--input-type=module',
        '-e',
        plain('load').replaceAll(/'(js-yaml)'/g, `'file://${modules}/js-yaml/dist/js-yaml.mjs'`),
      ],
    ],
    [
      'yaml: parse のみ',
      ['--input-type=module', '-e', plain('parse').replaceAll(/'(yaml)'/g, `'file://${modules}/yaml/dist/index.js'`)],
    ],
    ['validate --format json', [bin, 'validate', '--format', 'json']],
    ['validate', [bin, 'validate']],
    ['assess --format json', [bin, 'assess', '--format', 'json']],
  ]
  console.log(`\n${count} 件（${rounds} 回の中央値、プロセス全体）`)
  for (const [name, args] of rows) console.log(`  ${name.padEnd(24)} ${measure(args, folder)}`)
  rmSync(folder, { recursive: true })
}
