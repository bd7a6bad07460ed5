import { nearest } from '../src/nearest.ts'
import { readArguments } from './arguments.ts'
import { commands } from './commands.ts'
import { UsageError } from './usage.ts'

/** Runs one command. Status 0: nothing blocks; 1: a violation; 2: wrong usage or an internal fault. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return showHelp(rest[0])
  const command = commands.find((known) => known.name === name)
  if (command === undefined) throw new UsageError(unknownCommand(name))
  const given = readArguments(rest, command)
  if (given.switches.has('help')) return showHelp(name)
  const { run } = await command.load()
  return run(given)
}

async function showHelp(name: string | undefined): Promise<number> {
  const { help } = await import('./help.ts')
  process.stdout.write(await help(commands.find((command) => command.name === name)))
  return 0
}

function unknownCommand(name: string): string {
  const near = nearest(
    name,
    commands.map((command) => command.name),
  )
  const all = commands.map((command) => command.name).join('、')
  return `${name} というコマンドはありません。${near === undefined ? `使えるのは ${all} です。` : `もしかして ${near} ですか。`}`
}

/** One sentence for whoever typed the command; where the fault is ours, the stack only on request. */
function report(error: unknown, debugging: boolean): void {
  if (error instanceof UsageError) process.stderr.write(`${error.message}\n`)
  else {
    const cause = error instanceof Error ? error : new Error(String(error))
    process.stderr.write(
      `内部の不具合で止まりました（${cause.message.split('\n')[0]}）。--debug を付けると詳しい情報が出ます。\n`,
    )
    if (debugging) process.stderr.write(`${cause.stack}\n`)
  }
}

const args = process.argv.slice(2)
// A reader such as `head` may close the pipe early; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
try {
  process.exitCode = await main(args)
} catch (error) {
  report(error, args.includes('--debug'))
  process.exitCode = 2
}
