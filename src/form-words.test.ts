import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cases } from '../policies/cases.ts'
import { policies } from '../policies/index.ts'
import { checkService, judge, readingOf } from './check.ts'
import { inFormWords } from './form-words.ts'
import { fields } from './generated/fields.ts'
import { keysOf } from './pointer.ts'
import { parseSource } from './source/document.ts'
import { blameless, differing } from './testing/blameless.ts'

describe('words of a form', () => {
  test.each([
    [
      '/use',
      'use.restrictions に、制限の内容を書いてください。',
      '「庁外・支給外端末の制限の内容」に、制限の内容を書いてください。',
    ],
    [
      '/criteria/3',
      'この行の reason に、理由を書いてください。',
      'この行の「満たさない・不要の理由」に、理由を書いてください。',
    ],
    [
      '',
      'application に、申請区分として new（新規）か renewal（更改）を書いてください。',
      '「利用申請」に、申請区分として「新規」か「更改」を書いてください。',
    ],
    [
      '/use',
      '「利用の内容 › 利用の目的」（purpose）が書かれていません。',
      '「利用の内容 › 利用の目的」が書かれていません。',
    ],
    [
      '/use/networks/0',
      'conditions に id: sensitive-care（要配慮個人情報の慎重な判断）の記録を書いてください。',
      '「利用の条件の記録」に「要配慮個人情報の慎重な判断」の記録を書いてください。',
    ],
    ['/criteria', 'criteria に number: 34 の行を加えてください。', '「別表の確認結果」にNo.34の行を加えてください。'],
    [
      '/service',
      '契約全体の対価の有無を選びます。たとえば「pricing: "paid"」（有料）のように書きます。',
      '契約全体の対価の有無を選びます。',
    ],
    [
      '/service',
      'LGWAN-ASPの「Microsoft 365」は、RPOを https://example.lg.jp/ で確かめます。',
      'LGWAN-ASPの「Microsoft 365」は、RPOを https://example.lg.jp/ で確かめます。',
    ],
  ])('%s %s', (pointer, sentence, words) => expect(inFormWords(sentence, pointer)).toBe(words))

  test('no key of a field is left in what is said of files that are read', () => {
    const keys = new Set(
      Object.keys(fields)
        .flatMap(keysOf)
        .filter((key) => /^[a-z]/.test(key)),
    )
    const said = readdirSync('fixtures/refused')
      .filter((name) => name.endsWith('.yml'))
      .flatMap(
        (name) =>
          checkService(parseSource(name, readFileSync(`fixtures/refused/${name}`, 'utf8')), policies).diagnostics,
      )
      .filter(({ rule }) => rule !== 'yaml' && rule !== 'file' && rule !== 'schema')
    expect(said.length).toBeGreaterThan(50)
    const left = said.flatMap(({ message, remedy, pointer }) =>
      [message, remedy ?? ''].filter((text) => {
        const words = inFormWords(text, pointer).match(/[A-Za-z]+/g) ?? []
        return words.some((word) => keys.has(word))
      }),
    )
    expect(left).toEqual([])
  })

  test('no word of a file is left in what rules say of their examples', () => {
    const given = Object.values(cases).flatMap(({ fails }) => Object.values(fails).map((failing) => failing.given))
    const said = given
      .filter((use) => !('base' in use))
      .flatMap((use) => judge(readingOf(differing(blameless, use)), policies).flatMap(({ findings }) => findings))
    expect(said.length).toBeGreaterThan(100)
    const left = said
      .flatMap(({ message, remedy, at }) => [message, remedy ?? ''].map((text) => inFormWords(text, at)))
      .filter((text) => /\b[a-z][A-Za-z]{2,}/.test(text.replaceAll(/「[^」]*」|https?:\S+/g, '')))
    expect(new Set(left)).toEqual(new Set())
  })
})
