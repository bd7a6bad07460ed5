import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readArguments } from '../arguments.ts'
import { commands } from '../commands.ts'
import { UsageError } from '../usage.ts'

const identity = {
  GIT_AUTHOR_NAME: '総務 花子',
  GIT_AUTHOR_EMAIL: 'hanako@example.lg.jp',
  GIT_COMMITTER_NAME: '情報 太郎',
  GIT_COMMITTER_EMAIL: 'taro@example.lg.jp',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

/** A real repository in a folder of its own. */
export type TestRepository = {
  folder: string
  git(...args: string[]): string
  write(file: string, text: string): void
  remove(file: string): void
  commit(message: string, date?: string): string
  dispose(): void
}

export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'shinsa-')))

/** `prepared`: a folder that git has made already, as a clone or a work tree. */
export function testRepository(prepared?: string, ...options: string[]): TestRepository {
  const folder = prepared ?? temporaryFolder()
  const run = (args: string[], env: Record<string, string> = {}): string =>
    execFileSync('git', args, { cwd: folder, env: { ...process.env, ...identity, ...env }, stdio: 'pipe' })
      .toString()
      .trim()
  if (prepared === undefined) run(['init', '--quiet', '-b', 'main', ...options])
  return {
    folder,
    git: (...args) => run(args),
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    },
    remove: (file) => run(['rm', '--quiet', '--', file]),
    commit(message, date = '2026-07-01T09:00:00+09:00') {
      run(['add', '--all'])
      run(['commit', '--quiet', '--allow-empty', '-m', message], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })
      return run(['rev-parse', 'HEAD'])
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export type Outcome = { status: number; output: string; complaint: string }

/** Runs a command as the command line does, in this process and in that folder. */
export async function shinsa(folder: string, name: string, ...args: string[]): Promise<Outcome> {
  const command = commands.find((known) => known.name === name)!
  const [here, out] = [process.cwd(), join(temporaryFolder(), 'out')]
  process.chdir(folder)
  try {
    const { run } = await command.load()
    const status = await run(readArguments([...args, '--out', out], command))
    return { status, output: readFileSync(out, 'utf8'), complaint: '' }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { status: 2, output: '', complaint: error.message }
  } finally {
    process.chdir(here)
    rmSync(dirname(out), { recursive: true, force: true })
  }
}
