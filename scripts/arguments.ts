import { parseArgs } from 'node:util'
import type { Command } from './commands.ts'
import { hintAt, wordAll } from './meant.ts'
import { UsageError } from './usage.ts'

export type Option = {
  /** What it does, for the help. */
  about: string
  /** The name of its value; an option without one is a switch. */
  value?: string
  short?: string
  /** The only values that it takes; the first is the default. */
  choices?: readonly string[]
  /** Whether it may say "none" by an empty value. */
  mayBeEmpty?: boolean
}
export type Arguments = {
  paths: string[]
  /** The last value of each option. */
  values: Readonly<Record<string, string>>
  switches: ReadonlySet<string>
  /** Every value as it was given, in order. */
  given: readonly (readonly [name: string, value: string])[]
}

/** What every command understands. */
export const commonOptions: Record<string, Option> = {
  help: { about: 'この使い方を表示します', short: 'h' },
  debug: { about: '内部の不具合のときに詳しい情報を出します' },
}

/** Reads the arguments of a command; throws a UsageError for anything that it does not know. */
export function readArguments(args: readonly string[], command: Command): Arguments {
  const options = { ...optionsNamed(args, command), ...command.options, ...commonOptions }
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value, short }]) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) },
      ]),
    ),
  })
  const paths: string[] = []
  const given: [string, string][] = []
  const switches = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value)
    if (token.kind !== 'option') continue
    const option = options[token.name]
    if (option === undefined) throw new UsageError(unknownOption(token.rawName, Object.keys(options), command))
    if (option.value === undefined) switches.add(token.name)
    else given.push([token.name, checkedValue(token.rawName, token.value, option)])
  }
  // Who asks for help need not have everything else.
  if (!switches.has('help')) checkCount(paths, command)
  return { paths, values: Object.fromEntries(given), switches, given }
}

/** A command may take options that no list holds, such as every field of a service file. */
function optionsNamed(args: readonly string[], { accepts }: Command): Record<string, Option> {
  if (accepts === undefined) return {}
  const names = args.flatMap((arg) => /^--([^=]+)/.exec(arg)?.[1] ?? [])
  return Object.fromEntries(
    names.flatMap((name) => [accepts(name)].flatMap((option) => (option ? [[name, option]] : []))),
  )
}

function unknownOption(written: string, known: readonly string[], { name }: Command): string {
  const options = known.map((option) => `--${option}`)
  const hint = hintAt(written, options, `使えるものは shinsa ${name} --help で見られます。`)
  return `${name} に ${written} という指定はありません。${hint}`
}

function checkedValue(
  name: string,
  value: string | undefined,
  { value: valueName, choices, mayBeEmpty }: Option,
): string {
  if (value === '' && mayBeEmpty === true) return value
  if (value === undefined || value === '') throw new UsageError(`${name} の後に${valueName}を書いてください。`)
  if (choices === undefined || choices.includes(value)) return value
  throw new UsageError(`${name} に「${value}」は使えません。${hintAt(value, choices)}${wordAll(choices)}`)
}

function checkCount(
  paths: readonly string[],
  { name, operands: { least = 0, most = Infinity, usage } }: Command,
): void {
  if (paths.includes('')) throw new UsageError(`${name} に空の引数があります。ファイルの名前などを書いてください。`)
  if (paths.length < least) throw new UsageError(`${name} には ${usage} が必要です。`)
  if (paths.length > most) throw new UsageError(`${name} に「${paths[most]}」は余分です。`)
}
