import yargs from 'yargs'
import { commonOptions, type Option } from './arguments.ts'
import { type Command, commands } from './commands.ts'

const script = 'npm run -s shinsa --'

/** yargs reads its own Japanese from files beside it, which are not there once it is bundled. */
const strings = {
  'Commands:': 'コマンド:',
  'Options:': 'オプション:',
  'Examples:': '例:',
  string: '文字列',
  boolean: '値なし',
  'choices:': '選択肢:',
  'default:': '既定値:',
  'aliases:': '別名:',
  required: '必須',
}

/** The help of one command, or of all. */
export async function help(command: Command | undefined): Promise<string> {
  const parser = yargs([]).scriptName('').locale('ja').updateStrings(strings).wrap(width()).version(false).help(false)
  if (command === undefined) {
    parser.usage(`外部サービスの利用を、ガイドラインに照らして点検します。\n\n使い方: ${script} <コマンド>`)
    for (const { name, about, operands } of commands) parser.command(`${name} ${operands.usage}`.trim(), about)
    parser.epilogue(
      [
        `コマンドごとの使い方: ${script} <コマンド> --help`,
        `版の表示: ${script} --version`,
        '終了コード: 0 問題なし、1 要修正あり、2 使い方の誤り',
      ].join('\n'),
    )
  } else {
    const { name, about, operands, examples } = command
    const usage = [script, name, operands.usage, '[オプション]'].filter((word) => word !== '').join(' ')
    parser.usage(`${about}\n\n使い方: ${usage}${operands.about && `\n  ${operands.about}`}`)
    for (const [option, shape] of Object.entries({ ...command.options, ...commonOptions }))
      parser.option(option, described(shape))
    for (const example of examples) parser.example(`${script} ${example}`, '')
  }
  return `${(await parser.getHelp()).trimEnd()}\n`
}

const width = (): number => Math.min(process.stdout.columns ?? 100, 100)
/** What it does names the choices already. */
const described = ({ about, value, choices, short }: Option) => ({
  describe: about,
  type: value === undefined ? ('boolean' as const) : ('string' as const),
  ...(choices === undefined ? {} : { default: choices[0] }),
  ...(short === undefined ? {} : { alias: short }),
})
