/** Writes the skeleton of a rule: `npm run new-rule <section folder>/<id> [facts|service|application]`. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { planRule, type World } from './new-rule/plan.ts'

const world: World = {
  folders: existsSync('policies')
    ? readdirSync('policies', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [],
  exists: existsSync,
}

const plan = planRule(process.argv.slice(2), world)
if ('refusal' in plan) {
  console.error(plan.refusal)
  process.exitCode = 2
} else {
  for (const [file, text] of Object.entries(plan.files)) writeFileSync(file, text, { flag: 'wx' })
  console.log(plan.message)
  generate()
}

/** The index has to know the rule before its test can fail. */
function generate(): void {
  if (!existsSync('scripts/generate.ts')) return
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts'], { stdio: 'inherit' })
  } catch {
    console.error('規則は作りましたが、一覧を作り直せませんでした。npm run generate を実行してください。')
    process.exitCode = 1
  }
}
