import { expect, test } from 'vitest'
import { parseSource } from './source/document.ts'
import { unreadIn } from './unread.ts'

const unread = (text: string) => unreadIn(parseSource('a.yml', text))
const rest = 'information: { kinds: [], description: 例 }\n'

test.each<[string, string, string[], string[]]>([
  [
    '二度書かれた事実',
    'use: { exemption: post, exemption: null }\n',
    ['/use/exemption'],
    ['1行目: 項目「exemption」が'],
  ],
  ['打ち誤った名前', 'use:\n  exemptin: post\n', ['/use/exemption'], ['2行目: 「exemptin」という項目は']],
  ['選択肢にない値', 'use: { governedBy: x }\n', ['/use/governedBy'], ['1行目: 「利用の内容 › 適用される規程」に']],
  [
    '一部が選択肢にない一覧',
    'use: { networks: [lgwan, x] }\n',
    ['/use/networks'],
    ['1行目: 「利用の内容 › 接続元のネットワーク'],
  ],
  [
    '塊でない塊',
    'use: 3\n',
    ['/use/networks', '/use/generativeAi', '/use/standardCompliantSystem', '/use/governedBy', '/use/exemption'],
    ['1行目: 「利用の内容」には'],
  ],
])('%s', (_, text, facts, words) => {
  const found = unread(text + rest)
  expect(found.facts).toEqual(facts)
  expect(found.words).toHaveLength(words.length)
  for (const [index, beginning] of words.entries()) expect(found.words[index]!.startsWith(beginning)).toBe(true)
})

test('書かれていないだけの事実や、事実でない項目のことは言わない', () => {
  for (const text of [
    '',
    'use: { networks: null }\n',
    'use: { purpose: 3, memo: 1 }\nservice: {}\n',
    'contract: {}\ncontract: {}\n',
    'application: { type: x }\n',
  ])
    expect(unread(text + rest), text).toEqual({ facts: [], words: [] })
})

test('読めない文書では、何が読めないかだけを言う', () => {
  expect(unread('use: [\n')).toEqual({ facts: [], words: ['1行目: 括弧「[」が閉じられていません。'] })
})
