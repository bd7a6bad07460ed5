import type { Diagnostic } from '../diagnostic.ts'
import type { Report } from '../reporters/reporter.ts'

const texts = new Map([
  [
    'services/bunka/yoyaku.yml',
    [
      'service:',
      '  name: 施設予約くん',
      '  provider: { name: 株式会社例示, corporateNumber: "123" }',
      '  class: cloud  # クラウドサービス（インターネット）',
      'use:',
      '  purpose: 施設の予約を受け付ける',
      '  networks: [lgwan]',
      '',
    ].join('\r\n'),
  ],
  [
    'services/koho/odd.yml',
    [
      '\tservice: タブ',
      `memo: 制御\u0000文字と\u202e向き\u001b[31m`,
      `note: ${'とても長い説明です。'.repeat(20)}ここが誤り${'まだまだ続きます。'.repeat(20)}`,
      '',
    ].join('\n'),
  ],
])

const titles = new Map([
  ['03-scope/network-matrix', '接続元とサービスの組合せ'],
  ['05-personal/pia', '特定個人情報保護評価'],
  ['09-procedure/not-asked', '求められていない記載'],
])

const blank = { pointer: '', verdict: 'violation', remedy: null, section: null } as const

/** One finding of every kind and of every shape of range. */
export const sampleDiagnostics: Diagnostic[] = [
  {
    ...blank,
    ...{ file: 'services/bunka/yoyaku.yml', line: 1, column: 1, endLine: 4, endColumn: 15, pointer: '/service' },
    ...{ rule: '05-personal/pia', verdict: 'judgement', section: '5' },
    message: '特定個人情報保護評価の結果が書かれていません。',
    remedy: '評価が必要かどうかを確かめ、結果と日付を書いてください。',
  },
  {
    ...blank,
    ...{ file: 'services/bunka/yoyaku.yml', line: 3, column: 47, endLine: 3, endColumn: 52 },
    ...{ pointer: '/service/provider/corporateNumber', rule: 'schema' },
    message: '法人番号は13桁の数字です（いま 3桁）。',
    remedy: '13桁の数字を引用符で囲んで書いてください。',
  },
  {
    ...blank,
    ...{ file: 'services/bunka/yoyaku.yml', line: 6, column: 3, endLine: 6, endColumn: 10, pointer: '/use/purpose' },
    ...{ rule: '09-procedure/not-asked', verdict: 'advice', section: '9' },
    message: 'この利用に、100%必要な記載ではありません。',
  },
  {
    ...blank,
    ...{ file: 'services/bunka/yoyaku.yml', line: 7, column: 14, endLine: 7, endColumn: 19 },
    ...{ pointer: '/use/networks/0', rule: '03-scope/network-matrix', section: '3' },
    message: 'クラウドサービスを庁内情報系から利用することはできません。',
    remedy: '接続元をインターネット系にしてください。',
  },
  {
    ...blank,
    ...{ file: 'services/koho/odd.yml', line: 1, column: 1, endLine: 1, endColumn: 1, rule: 'yaml' },
    message: '字下げにタブは使えません。',
    remedy: '半角の空白2つにしてください。',
  },
  {
    ...blank,
    ...{ file: 'services/koho/odd.yml', line: 2, column: 9, endLine: 2, endColumn: 13, rule: 'file' },
    message: '制御文字「\u0000」と\u202e向きを変える文字があります。',
  },
  {
    ...blank,
    ...{ file: 'services/koho/odd.yml', line: 3, column: 207, endLine: 3, endColumn: 212, rule: 'schema' },
    message: '説明が長すぎます。',
  },
  {
    ...blank,
    ...{ file: 'services/koho/消えた, 100%: 名前.yml', line: 1, column: 1, endLine: 1, endColumn: 1, rule: 'file' },
    message: 'ファイルの名前に使えない文字があります。',
    remedy: '英小文字、数字、ハイフンだけの名前にしてください。',
  },
]

export const reportOf = (diagnostics: Diagnostic[], given: Partial<Report> = {}): Report => ({
  diagnostics,
  files: 24,
  textOf: (file) => texts.get(file) ?? '',
  titleOf: (rule) => titles.get(rule) ?? null,
  site: null,
  width: 80,
  colour: false,
  ...given,
})
