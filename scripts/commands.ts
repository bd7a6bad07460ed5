import type { Arguments, Option } from './arguments.ts'

/** What a command returns: the status with which the process ends. */
export type Run = (args: Arguments) => Promise<number> | number
export type Command = {
  name: string
  about: string
  operands: { usage: string; about: string; least?: number; most?: number }
  options: Record<string, Option>
  examples: readonly string[]
  /** Loads the command; what it needs comes with it, and nothing else does. */
  load(): Promise<{ run: Run }>
}

const format = (...choices: string[]): Option => ({
  about: `出力の形（${choices.join('、')}）`,
  value: '形',
  choices,
})
const out: Option = { about: '結果をファイルに書きます', value: 'ファイル' }
const asOf: Option = { about: '期限を数える日（例 2026-12-01）。書かなければ期限は見ません', value: '日付' }
const files = { usage: '[ファイルかフォルダ …]', about: '省略すると services/ のすべて、「-」は標準入力' }

export const commands: readonly Command[] = [
  {
    name: 'validate',
    about: 'ファイルを点検し、直すところ・判断するところを示します',
    operands: files,
    options: { format: format('terminal', 'json', 'github', 'sarif', 'junit'), 'as-of': asOf, out },
    examples: ['validate', 'validate services/koho/youtube.yml', 'validate --format json'],
    load: () => import('./validate.ts'),
  },
  {
    name: 'assess',
    about: '使えるか、何を出すかを答えます（書きかけのファイルでもかまいません）',
    operands: files,
    options: {
      format: format('terminal', 'json'),
      ask: { about: '書かれた事実だけで答え、次に尋ねることを示します' },
      out,
    },
    examples: ['assess services/koho/youtube.yml', 'assess - --ask --format json'],
    load: () => import('./assess.ts'),
  },
  {
    name: 'explain',
    about: '規則・節・様式・別表の行・解釈を説明します',
    operands: { usage: '<知りたいもの>', about: '例 03-scope/network-matrix、3、9-(3)、様式5、#16', least: 1, most: 1 },
    options: { format: format('terminal', 'json'), out },
    examples: ['explain 03-scope/network-matrix', 'explain 様式5', "explain '#16'"],
    load: () => import('./explain.ts'),
  },
  {
    name: 'new',
    about: '質問に答えて、新しい利用のファイルを作ります',
    operands: { usage: '', about: '', most: 0 },
    options: { format: format('terminal', 'json'), out: { about: '書くファイル（すでにあるファイルには書きません）', value: 'ファイル' } },
    examples: ['new', 'new --service.class cloud --use.networks internet --out services/koho/example.yml'],
    load: () => import('./new.ts'),
  },
]
