/** Lints the workflows by our own rules: `npm run lint:workflows`. The published linters run with the tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { lintWorkflow } from './workflow-lint/lint.ts'

const folder = '.github/workflows'
const files = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
if (files.length === 0) throw new Error(`${folder} にワークフローがありません。`)
const found = files.flatMap((name) => lintWorkflow(name, readFileSync(`${folder}/${name}`, 'utf8')))
for (const { file, line, rule, message } of found) console.error(`${folder}/${file}:${line} ${message} [${rule}]`)
if (found.length > 0) process.exitCode = 1
