import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Arguments } from '../arguments.ts'
import { reasonOf } from '../files.ts'
import { ask, git } from '../git.ts'
import { UsageError } from '../usage.ts'
import { installation, openSettings } from './settings.ts'

const signature = '# 外部サービス審査（shinsa hook install が書きました）'

/** Writes hooks/pre-receive of a bare repository: it calls this copy of the bundle, and nothing that is pushed. */
export function install(folder: string, { values }: Arguments): number {
  const hook = hookOf(folder)
  const root = installation()
  const settings = resolve(values.settings ?? join(root, 'settings', 'hook.json'))
  const { reviewers } = openSettings(settings)
  if (existsSync(hook) && !readFileSync(hook, 'utf8').includes(signature))
    throw new UsageError(`${hook} はすでにあるため、書きません。中身を確かめて、どけてから実行してください。`)
  const command = [process.execPath, join(root, 'dist', 'shinsa.js'), 'hook', 'pre-receive', '--settings', settings]
  write(hook, `#!/bin/sh\n${signature}\nexec ${command.map(quoted).join(' ')}\n`)
  process.stdout.write(`${hook}\n`)
  if (reviewers.length === 0)
    process.stderr.write(`審査する人が ${settings} にないため、判断が要る変更は受け付けられません。\n`)
  return 0
}

function hookOf(folder: string): string {
  if (!existsSync(folder)) throw new UsageError(`${folder} を開けません: 見つかりません。`)
  const { status, output } = git(folder, ['rev-parse', '--is-bare-repository'])
  if (status !== 0 || String(output).trim() !== 'true')
    throw new UsageError(`${folder} は bare リポジトリではありません。サーバーの側のリポジトリを指定してください。`)
  return resolve(folder, String(ask(folder, ['rev-parse', '--git-path', 'hooks/pre-receive'])).trim())
}

/** Whoever pushes meanwhile finds the old hook or the new one, and never half of one. */
function write(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(temporary, text)
    chmodSync(temporary, 0o755)
    renameSync(temporary, file)
  } catch (error) {
    throw new UsageError(`${file} に書けません: ${reasonOf(error)}。`)
  }
}

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`
