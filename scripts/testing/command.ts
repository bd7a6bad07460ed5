import { readArguments } from '../arguments.ts'
import { commands } from '../commands.ts'
import { UsageError } from '../usage.ts'

export type Said = { status: number; stdout: string; stderr: string }

/** Runs a command in this process and in that folder, and keeps what it says. */
export async function said(folder: string, name: string, ...args: string[]): Promise<Said> {
  const command = commands.find((known) => known.name === name)!
  const heard = { stdout: '', stderr: '' }
  const here = process.cwd()
  const writers = { stdout: process.stdout.write, stderr: process.stderr.write }
  const listen = (stream: 'stdout' | 'stderr'): void => {
    process[stream].write = ((text: string) => {
      heard[stream] += text
      return true
    }) as typeof process.stdout.write
  }
  process.chdir(folder)
  listen('stdout')
  listen('stderr')
  try {
    const { run } = await command.load()
    const status = await run(readArguments(args, command))
    return { status, ...heard }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { status: 2, stdout: heard.stdout, stderr: `${error.message}\n` }
  } finally {
    process.stdout.write = writers.stdout
    process.stderr.write = writers.stderr
    process.chdir(here)
  }
}
