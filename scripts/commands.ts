import type { Arguments, Option } from './arguments.ts'

/** What a command returns: the status with which the process ends. */
export type Run = (args: Arguments) => Promise<number> | number
export type Command = {
  name: string
  about: string
  operands: { usage: string; about: string; least?: number; most?: number }
  options: Record<string, Option>
  /** Options beyond the list, by their names. */
  accepts?: (name: string) => Option | undefined
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
const base: Option = { about: 'この版（ブランチやコミット）からの変更も点検します', value: '版' }
const files = { usage: '[ファイルかフォルダ …]', about: '省略すると services/ のすべて、「-」は標準入力' }

export const commands: readonly Command[] = [
  {
    name: 'validate',
    about: 'ファイルを点検し、直すところ・判断するところを示します',
    operands: files,
    options: { format: format('terminal', 'json', 'github', 'sarif', 'junit'), base, 'as-of': asOf, out },
    examples: [
      'validate',
      'validate services/koho/youtube.yml',
      'validate --format json',
      'validate --base origin/main',
    ],
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
    name: 'due',
    about: '期限の来る点検・確認・契約などを、近い順に示します',
    operands: files,
    options: {
      format: format('terminal', 'json', 'csv', 'ics'),
      'as-of': { ...asOf, about: '期限を数える日（例 2026-12-01）。書かなければ今日（日本時間）です' },
      within: { about: 'この日数のうちに期限の来るもの（過ぎたものを含みます）だけを示します', value: '日数' },
      department: { about: 'この課（services/ の下のフォルダの名前）の分だけを示します', value: '課' },
      state: { about: 'この状態（open、soon、due、overdue）の分だけを示します。「,」で並べられます', value: '状態' },
      out,
    },
    examples: ['due --within 45', 'due --department koho --state soon,due,overdue', 'due --format ics --out due.ics'],
    load: () => import('./due.ts'),
  },
  {
    name: 'new',
    about: '質問に答えて、新しい利用のファイルを作ります',
    operands: {
      usage: '',
      about: `記入欄はどれも --service.class cloud のように、点でつないだ名前で答えられます`,
      most: 0,
    },
    options: {
      department: { about: '利用する課（services/ のフォルダ名か課の名前）', value: '課' },
      id: { about: 'サービスのファイルの名前（英小文字・数字・ハイフン。.yml は付けません）', value: '名前' },
      'service.name': { about: 'サービス名。知られているサービスなら、提供者や区分も入ります', value: '値' },
      'service.class': { about: 'サービスの区分（idでも日本語でも。例 cloud、クラウドサービス）', value: '値' },
      'use.networks': { about: '接続元のネットワーク（複数は「,」でつなぐ）', value: '値', mayBeEmpty: true },
      'information.kinds': { about: '重要情報の種類（なければ none）', value: '値', mayBeEmpty: true },
      'use.period.start': { about: '利用開始日（2026-04-01 でも R8.4.1 でも）', value: '値' },
      'risks.accepted': {
        about: '求められるリスクすべてに同じ答え。1行ずつは --risks.common-oversight.accepted',
        value: '値',
      },
      'criteria.result': { about: '求められる別表の行すべてに同じ答え。1行ずつは --criteria.1.result', value: '値' },
      from: {
        about: '答えの一部を書いたYAMLのファイル（「-」は標準入力）。オプションの答えが優先します',
        value: 'ファイル',
      },
      out: { about: '書くファイル（すでにあるファイルには書きません）', value: 'ファイル' },
      draft: { about: '答えが足りなくても、直すところがあっても、書きかけとして書きます' },
      format: format('terminal', 'json'),
      'as-of': { about: '課の名称を探す日（省略すると今日）', value: '日付' },
    },
    accepts: (name) =>
      /\.|^(conditions|risks|criteria|governmentCloud)$/.test(name)
        ? { about: '', value: '値', mayBeEmpty: true }
        : undefined,
    examples: [
      'new',
      'new --department koho --id enquete',
      'new --service.name LoGoフォーム --department koho --use.networks lgwan --information.kinds none',
      'new --from 答え.yml --risks.accepted はい --out services/koho/example.yml',
    ],
    load: () => import('./new.ts'),
  },
  {
    name: 'history',
    about: '利用に何があったかを、いつ・だれが・何をの順に示します',
    operands: { usage: '<ファイル>', about: '消えたファイルでもかまいません', least: 1, most: 1 },
    options: { format: format('terminal', 'json'), out },
    examples: ['history services/koho/youtube.yml', 'history services/koho/youtube.yml --format json'],
    load: () => import('./history.ts'),
  },
  {
    name: 'ledger',
    about: '決定の台帳を確かめ、だれが何を許可したかを示します',
    operands: {
      usage: '<verify | show ファイルか記録番号>',
      about: 'verify は台帳が書き換えられていないことを、git だけで確かめます',
      least: 1,
      most: 2,
    },
    options: {
      format: format('terminal', 'json'),
      witness: { about: '台帳の末尾の控えがあるファイル（保存したメールなど）。何度でも書けます', value: 'ファイル' },
      branch: { about: '台帳のブランチ（省略すると ledger）', value: 'ブランチ' },
      main: { about: '取込み先のブランチ（省略すると main）', value: 'ブランチ' },
      out,
    },
    examples: ['ledger verify', 'ledger show services/koho/youtube.yml', 'ledger show D-2026-000123 --format json'],
    load: () => import('./ledger.ts'),
  },
  {
    name: 'audit',
    about: 'これまでの取込みを、当時の規則で審査し直し、許可のないものを示します',
    operands: { usage: '', about: '', most: 0 },
    options: {
      format: format('terminal', 'json'),
      branch: { about: '台帳のブランチ（省略すると ledger）', value: 'ブランチ' },
      main: { about: '取込み先のブランチ（省略すると main）', value: 'ブランチ' },
      out,
    },
    examples: ['audit', 'audit --format json'],
    load: () => import('./audit.ts'),
  },
]
