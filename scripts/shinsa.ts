import { readArguments } from './arguments.ts'
import { type Command, commands } from './commands.ts'
import { hintAt, wordAll } from './meant.ts'
import { Interrupted, UsageError } from './usage.ts'

/** Runs one command. Status 0: nothing blocks; 1: a violation; 2: wrong usage or an internal fault; 130: Ctrl-C. */
async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined) throw new UsageError(missingCommand)
  if (name === '--help' || name === '-h' || name === 'help') return showHelp(rest.find((word) => !word.startsWith('-')))
  if (name === '--version') return showVersion()
  const command = commandOf(name)
  const given = readArguments(rest, command)
  if (given.switches.has('help')) return showHelp(name)
  const { run } = await command.load()
  return run(given)
}

async function showHelp(name: string | undefined): Promise<number> {
  const { help } = await import('./help.ts')
  process.stdout.write(await help(name === undefined ? undefined : commandOf(name)))
  return 0
}

async function showVersion(): Promise<number> {
  const { version } = await import('./version.ts')
  process.stdout.write(`${version}\n`)
  return 0
}

const names = commands.map((command) => command.name)
const missingCommand = `コマンドを書いてください（${names.join('、')}）。使い方は --help で見られます。`

function commandOf(name: string): Command {
  const command = commands.find((known) => known.name === name)
  if (command === undefined) throw new UsageError(unknownCommand(name))
  return command
}

const unknownCommand = (name: string): string =>
  `${name} というコマンドはありません。${hintAt(name, names, wordAll(names))}`

/** One sentence for whoever typed the command; where the fault is ours, the stack only on request. */
function report(error: unknown, debugging: boolean): void {
  if (error instanceof UsageError || error instanceof Interrupted) process.stderr.write(`${error.message}\n`)
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
  if (error.code === 'EPIPE') return
  report(new UsageError(`結果を書き出せません（${error.code}）。空き容量と書き先を確かめてください。`), false)
  process.exit(2)
})
try {
  process.exitCode = await main(args)
} catch (error) {
  report(error, args.includes('--debug'))
  process.exitCode = error instanceof Interrupted ? 130 : 2
}
