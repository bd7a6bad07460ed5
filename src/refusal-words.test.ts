import { expect, test } from 'vitest'
import serviceSchema from '../schemas/service.schema.json' with { type: 'json' }
import vocabulary from '../schemas/vocabulary.schema.json' with { type: 'json' }
import { withoutNulls } from './facts.ts'
import { keysOf, type Pointer } from './pointer.ts'
import { wordings } from './refusal-words.ts'
import { checkSchema, type Refusal } from './schema.ts'
import { fullest, oddities, pointersIn, replacedAt } from './testing/fullest.ts'
import { flawsIn, flawsInMessage } from './testing/sentences.ts'

/** Says something to people and editors, or leads to another schema; refuses nothing. */
const silent = [
  ['$schema', '$id', '$ref', '$defs', 'properties', 'items', 'title', 'description', 'examples', 'default'],
  ['enumDescriptions', 'patternErrorMessage', 'defaultSnippets', 'markdownDescription', 'publicProperties'],
].flat()

function* keywordsOf(schema: object): Iterable<string> {
  for (const [keyword, value] of Object.entries(schema)) {
    if (!silent.includes(keyword)) yield keyword
    if (keyword === 'properties') for (const field of Object.values(value as object)) yield* keywordsOf(field as object)
    if (keyword === 'items') yield* keywordsOf(value as object)
  }
}

const refusalsAt = (pointer: Pointer, value: unknown): Refusal[] =>
  checkSchema(withoutNulls(replacedAt(fullest, keysOf(pointer), value)))

test('スキーマが断るのに使う語のすべてに言葉があり、ほかにはない', () => {
  const schemas = [serviceSchema, ...Object.values(vocabulary.$defs)]
  const used = new Set(schemas.flatMap((schema) => [...keywordsOf(schema)]))
  expect(Object.keys(wordings).sort()).toEqual([...used].sort())
})

test('どの項目に何を書いても、同じところは二度断らず、文は一文で、直し方がある', () => {
  const messages = new Set<string>()
  const remedies = new Set<string>()
  for (const pointer of pointersIn(fullest))
    for (const value of oddities) {
      const refusals = refusalsAt(pointer, value)
      expect(new Set(refusals.map(({ of }) => of)).size, `${pointer} ${JSON.stringify(value)}`).toBe(refusals.length)
      for (const { message } of refusals) messages.add(message)
      for (const { remedy } of refusals) remedies.add(`${remedy}`)
    }
  expect([...messages].map((message) => [message, ...flawsInMessage(message)]).filter(isFlawed)).toEqual([])
  expect([...remedies].map((remedy) => [remedy, ...flawsIn(remedy)]).filter(isFlawed)).toEqual([])
})
const isFlawed = ({ length }: string[]): boolean => length > 1

const text = '値を引用符で囲み、'
const zero = '先頭の 0 が消えていないかも確かめてください。'
const western = '西暦で 2026-04-01 のように、年4桁・月2桁・日2桁を半角の「-」でつないで書きます。'
const plainDigits = '半角の数字だけで、単位や区切り、引用符を付けずに書きます。'
const networks = 'mynumber（住民情報系）、lgwan（庁内情報系）、internet（個別・インターネット系）'

test.each<[Pointer, unknown, string, string]>([
  [
    '/service/name',
    undefined,
    '「サービス › サービス名」（name）が書かれていません。',
    '製品やサービスの名称を、提供者の表記どおりに書きます。たとえば「name: "電子申請サービス"」のように書きます。',
  ],
  [
    '/service/pricing',
    null,
    '「サービス › 有料・無料」（pricing）が書かれていません。',
    '契約全体の対価の有無を選びます。無料枠や試用だけを使う場合も無料です。たとえば「pricing: "paid"」（有料）のように書きます。',
  ],
  ['/use', undefined, '「利用の内容」（use）が書かれていません。', '何のために、どこから、どのように利用するかです。'],
  [
    '/service/name',
    '',
    '「サービス › サービス名」が空です。',
    '製品やサービスの名称を、提供者の表記どおりに書きます。',
  ],
  [
    '/service/name',
    ' ',
    '「サービス › サービス名」の書き方が決まりと違います（いまの値は「 」）。',
    '空白だけでなく、内容を書いてください。',
  ],
  [
    '/service/provider/corporateNumber',
    7123456789012,
    '「サービス › 外部サービス提供者 › 提供者の法人番号」には文字を書きますが、数として読まれました。',
    `${text}"7123456789012" のように書きます。${zero}`,
  ],
  [
    '/service/provider/name',
    true,
    '「サービス › 外部サービス提供者 › 提供者の名称」には文字を書きますが、真偽の値として読まれました。',
    `${text}"true" のように書きます。${zero}`,
  ],
  [
    '/use/networks/0',
    0,
    '「利用の内容 › 接続元のネットワーク › 1件目」に「0」という選択肢はありません。',
    `${networks}のどれかを書きます。`,
  ],
  [
    '/use/networks/0',
    '庁内系',
    '「利用の内容 › 接続元のネットワーク › 1件目」に「庁内系」という選択肢はありません。',
    `もしかしてlgwan（庁内情報系）ですか。書けるのは、${networks}です。`,
  ],
  [
    '/use/networks/0',
    null,
    '「利用の内容 › 接続元のネットワーク › 1件目」には文字を書きますが、空の値が書かれています。',
    '接続元のネットワークを1つ書きます。',
  ],
  [
    '/use/networks',
    'internet',
    '「利用の内容 › 接続元のネットワーク」には一覧を書きますが、文字が書かれています。',
    '[ ] で囲むか、行を分けて「- 」で始めて並べます。',
  ],
  [
    '/use/networks',
    [],
    '「利用の内容 › 接続元のネットワーク」を1つ以上書いてください。',
    '「- 」か [ ] の中に、あてはまるものを並べます。',
  ],
  [
    '/use/networks',
    ['lgwan', 'internet', 'lgwan'],
    '「利用の内容 › 接続元のネットワーク」の1番目と3番目が同じです。',
    'どちらか1つを消してください。',
  ],
  [
    '/service/category',
    'OnlineSurvey',
    '「サービス › サービスの種類」に「OnlineSurvey」という選択肢はありません。',
    'もしかしてonline-survey（オンラインアンケート）ですか。',
  ],
  [
    '/use/generativeAi',
    'yes',
    '「利用の内容 › 生成AI機能の利用」には「はい」か「いいえ」を書きますが、文字が書かれています。',
    '「はい」は true、「いいえ」は false と書きます。',
  ],
  ['/use/users', '12人', '「利用の内容 › 利用する職員数」には整数を書きますが、文字が書かれています。', plainDigits],
  ['/use/users', 1.5, '「利用の内容 › 利用する職員数」には整数を書きますが、小数が書かれています。', plainDigits],
  [
    '/use/users',
    -1,
    '「利用の内容 › 利用する職員数」は0以上の数です（いまの値は「-1」）。',
    '数を確かめて書き直してください。',
  ],
  [
    '/criteria/0/number',
    '1',
    '「別表の確認結果 › 1件目 › 別表の番号」の書き方が決まりと違います（いまの値は「1」）。',
    '番号は「1」のような整数か「X1」のように書いてください。',
  ],
  [
    '/criteria/0/number',
    true,
    '「別表の確認結果 › 1件目 › 別表の番号」には整数を書きますが、「はい」か「いいえ」が書かれています。',
    plainDigits,
  ],
  ['/application/date', 2026, '「利用申請 › 申請日」の値「2026」は日付として読めません。', western],
  [
    '/application/date',
    '令和8年4月1日',
    '「利用申請 › 申請日」の値「令和8年4月1日」は日付として読めません。',
    '西暦と半角の数字で、2026-04-01 と書きます。',
  ],
  [
    '/application/date',
    '令和8年2月30日',
    '「利用申請 › 申請日」の値「令和8年2月30日」は日付として読めません。',
    western,
  ],
  [
    '/application/date',
    '２０２６－０４－０１',
    '「利用申請 › 申請日」の値「２０２６－０４－０１」は日付として読めません。',
    '西暦と半角の数字で、2026-04-01 と書きます。',
  ],
  [
    '/application/date',
    '2026-02-30',
    '「利用申請 › 申請日」の「2026-02-30」は、こよみにない日付です。',
    '月と日を確かめてください。',
  ],
  [
    '/service/url',
    'ftp://example.jp',
    '「サービス › サービスのURL」の書き方が決まりと違います（いまの値は「ftp://example.jp」）。',
    'URLは「https://」か「http://」から書いてください。',
  ],
  [
    '/service/url',
    'example',
    '「サービス › サービスのURL」の値「example」はURLとして読めません。',
    '「https://」から始まるURLを書いてください。',
  ],
  [
    '/service/url',
    'https://example.jp/区民',
    '「サービス › サービスのURL」の値「https://example.jp/区民」はURLとして読めません。',
    'URLに使えない文字を「%」の形に直し、https://example.jp/%E5%8C%BA%E6%B0%91 と書きます。',
  ],
  [
    '/service/url',
    'https://ex\ud800.jp',
    '「サービス › サービスのURL」の値「https://ex\ud800.jp」はURLとして読めません。',
    '「https://」から始まるURLを書いてください。',
  ],
  ['/service', [], '「サービス」には項目の組を書きますが、一覧が書かれています。', '行を分け、半角の空白2つ下げて'],
  [
    '/service',
    { ...(fullest as { service: object }).service, clas: 1 },
    '「clas」という項目は「サービス」の中にはありません。',
    'もしかしてclass（サービスの区分）ですか。',
  ],
  [
    '',
    { ...fullest, リスクの検討結果: 1 },
    '「リスクの検討結果」という項目はファイルの一番上にはありません。',
    'もしかしてrisks（リスクの検討結果）ですか。',
  ],
  [
    '/service/provider',
    { name: 'x', メモ: 1 },
    '「メモ」という項目は「サービス › 外部サービス提供者」の中にはありません。',
    '書ける項目はname（提供者の名称）、corporateNumber（提供者の法人番号）、country（提供者の国）です。',
  ],
])('%s が %j なら、「%s」', (pointer, value, message, remedy) => {
  const [refusal, ...others] = refusalsAt(pointer, value)
  expect(others).toEqual([])
  expect(refusal?.message).toBe(message)
  expect(refusal?.remedy?.slice(0, remedy.length)).toBe(remedy)
})

test('長い値は、文字を割らずに切る', () => {
  const [cut] = refusalsAt('/service/class', '𠮷'.repeat(41))
  const [whole] = refusalsAt('/service/class', '𠮷'.repeat(40))
  expect(cut?.message).toContain(`「${'𠮷'.repeat(40)}…」`)
  expect(whole?.message).toContain(`「${'𠮷'.repeat(40)}」`)
})
