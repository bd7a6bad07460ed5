/** Writes every generated file; with `--check` compares them instead, and names the command that repairs them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { bundle, bundleGate } from './generate/bundle.ts'
import { catalogueFiles } from './generate/catalogue.ts'
import { policyFiles } from './generate/policies.ts'
import { serviceFiles } from './generate/service.ts'
import { validatorFiles } from './generate/validator.ts'

export type Files = Record<string, string>

const checking = process.argv.includes('--check')
const stale: string[] = []

function settle(files: Files): void {
  for (const [file, text] of Object.entries(files)) {
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    stale.push(file)
    if (checking) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Files of an earlier build that nothing refers to any more. */
function sweep(folder: string, files: Files): void {
  const kept = new Set(Object.keys(files))
  const found = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  for (const entry of found) {
    const file = `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/')
    if (!entry.isFile() || kept.has(file)) continue
    stale.push(file)
    if (!checking) rmSync(file)
  }
}

// Each step reads what the one before it wrote.
settle(await serviceFiles())
settle(await validatorFiles())
settle(await policyFiles())
settle(await catalogueFiles())
const built = await bundle()
settle(built)
sweep('dist', built)
const gate = await bundleGate()
settle(gate)
sweep('actions/gate/dist', gate)

if (checking && stale.length > 0) {
  console.error(`生成物が古くなっています。npm run generate を実行してください。\n${stale.join('\n')}`)
  process.exitCode = 1
} else if (stale.length > 0) console.log(`書き直しました:\n${stale.join('\n')}`)
