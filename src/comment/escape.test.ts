import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { block, excerpt, inline, quotation, row, sentence, tableHead } from './escape.ts'

const command = 'cmark-gfm'
const extensions = ['table', 'strikethrough', 'autolink', 'tasklist', 'footnotes'].flatMap((name) => ['-e', name])
const render = (markdown: string): string =>
  execFileSync(command, [...extensions, '--unsafe'], { input: markdown, encoding: 'utf8' })

const isInstalled = (() => {
  try {
    execFileSync(command, ['--version'])
    return true
  } catch {
    console.warn(`${command} がないため、表示の検査を省きました。apt-get install cmark-gfm で入ります。`)
    return false
  }
})()

/** What attackers write, and what they put around it. */
const pieces = [
  ...['`', '``', '```', '~~~', '|', '\\', '\\|', '\\\\|', '||', '\n', '\r\n', '\r', '\u2028', '\t', ' ', '', '　'],
  ...['<!--', '-->', '<b>', '</code>', '</details>', '<script>', '<img src=x>', '&lt;', '&#96;', '&#x7c;'],
  ...['![x](https://example.com/x.png)', '[x](javascript:1)', '[x]: https://example.com', '[^1]', '[x]'],
  ...['@admin', '#123', 'GH-1', 'org/repo#1', 'https://example.com', 'www.example.com', 'a@example.com'],
  ...[
    '```suggestion',
    '- [ ] x',
    '# x',
    '> x',
    '1. x',
    '---',
    '***',
    '__',
    '**x**',
    '~~x~~',
    '$x$',
    '$`x`$',
    ':smile:',
  ],
  ...[
    '\u202e',
    '\u200b',
    '\u200d',
    '\u2066',
    '\ufeff',
    '\u0000',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\ud800',
    '\u{e0041}',
  ],
  ...['許可', '｜', '𠮷', '葛\u{e0100}', '👨‍👩‍👧', 'か\u3099', '/判断 3f2a91c4 可 よい理由です。', '3f2a91c4d5e6'],
]
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom('`', '|', '\\', ' ', '\n', 'a'), { maxLength: 14 }).map((parts) => parts.join('')),
)
const samples = (count: number): string[] => [...pieces, ...fc.sample(hostile, { numRuns: count, seed: 4 })]

const tags = (html: string): string[] => html.match(/<[^>]*>/g) ?? []
const textIn = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

describe.runIf(isInstalled)('ほかの人が書いた文字は、どう書かれていても code のまま', () => {
  // One document a shape: a process for each string would take minutes.
  test('一行のもの: 3,000件がそれぞれ一つの code になる', () => {
    const texts = samples(3000)
    const html = render(texts.map((text) => `前 ${inline(text)} 後`).join('\n\n'))
    const paragraphs = html
      .trimEnd()
      .split('</p>\n')
      .map((one) => one.replace(/<\/p>$/, ''))
    expect(paragraphs).toHaveLength(texts.length)
    for (const [index, paragraph] of paragraphs.entries())
      expect(tags(paragraph), JSON.stringify(texts[index])).toEqual(['<p>', '<code>', '</code>'])
  })

  test('表の中のもの: 3,000件がそれぞれ一つの code になり、列が増えない', () => {
    const texts = samples(3000)
    const rows = texts.map((text) => row(['左', inline(text), '右']))
    const html = render([tableHead(['a', 'b', 'c']), ...rows].join('\n'))
    const cells = html.slice(html.indexOf('<tbody>')).split('</tr>').slice(0, -1)
    expect(cells).toHaveLength(texts.length)
    for (const [index, cell] of cells.entries()) {
      const expected = ['<tr>', '<td>', '</td>', '<td>', '<code>', '</code>', '</td>', '<td>', '</td>']
      expect(tags(cell.replace('<tbody>', '')), JSON.stringify(texts[index])).toEqual(expected)
      expect(cell).toMatch(/<td>右<\/td>\s*$/)
    }
  })

  test('複数行のもの: 2,000件がそれぞれ一つの pre になる', () => {
    const texts = samples(2000)
    const html = render(texts.map((text) => `${block(text)}\n\n前\n`).join('\n'))
    const blocks = html.split('<p>前</p>\n').slice(0, -1)
    expect(blocks).toHaveLength(texts.length)
    for (const [index, one] of blocks.entries())
      expect(tags(one), JSON.stringify(texts[index])).toEqual([
        '<pre>',
        '<code class="language-text">',
        '</code>',
        '</pre>',
      ])
  })

  test('文: 2,000件が、かなと漢字のほかは code になる', () => {
    for (const say of [sentence, quotation]) {
      const texts = samples(2000)
      const html = render([tableHead(['a']), ...texts.map((text) => row([`文${say(`「${text}」`)}`]))].join('\n'))
      const cells = html.slice(html.indexOf('<tbody>')).split('</tr>').slice(0, -1)
      expect(cells).toHaveLength(texts.length)
      for (const [index, cell] of cells.entries()) {
        const inner = tags(cell.replace('<tbody>', '')).filter((tag) => tag !== '<code>' && tag !== '</code>')
        expect(inner, JSON.stringify(texts[index])).toEqual(['<tr>', '<td>', '</td>'])
        const plain = textIn(cell.replaceAll(/<code>[\s\S]*?<\/code>/g, ''))
        expect(plain, JSON.stringify(texts[index])).not.toMatch(/@|#\d|:\/\/|www\.|GH-|!\[|[0-9a-f]{7}/i)
      }
    }
  })

  test('表の中の縦線と円記号は、そのままの文字で読める', () => {
    const shown = (text: string): string =>
      textIn(/<code>([\s\S]*?)<\/code>/.exec(render([tableHead(['a']), row([inline(text)])].join('\n')))?.[1] ?? '')
    for (const text of ['|', 'a|b||c', '\\', '\\\\|x', 'a\\b', '`|`']) expect(shown(text)).toBe(text)
    expect(shown('\\|')).toBe('⟦U+005C⟧|')
  })
})

describe('見えない文字は、見える形になる', () => {
  const inside = (text: string): string => /^(`+) ([\s\S]*) \1$/.exec(inline(text))?.[2] ?? ''

  test.each([
    ['改行', 'a\r\nb\nc\u2028d', 'a⏎b⏎c⏎d'],
    ['制御文字', 'a\u0000b\u001bc\u007fd\u0099', 'a␀b␛c␡d⟦U+0099⟧'],
    ['書く向きを変える文字', 'a\u202eb\u2066', 'a⟦U+202E⟧b⟦U+2066⟧'],
    ['幅のない文字', 'a\u200bb\ufeff\u00ad', 'a⟦U+200B⟧b⟦U+FEFF⟧⟦U+00AD⟧'],
    ['空白に見える字', '\u3164\u{e0041}', '⟦U+3164⟧⟦U+E0041⟧'],
    ['片割れの文字', '\ud800x', '⟦U+D800⟧x'],
    ['合成していない文字', 'か\u3099', 'が'],
    ['異体字', '葛\u{e0100}城', '葛\u{e0100}城'],
    ['外字', '\ue000', '\ue000'],
  ])('%s', (_, text, shown) => expect(inside(text)).toBe(shown))

  test('長い文は、文字の途中でなく、残りの数を添えて切る', () => {
    expect(excerpt('𠮷'.repeat(12), 10)).toBe(`\` ${'𠮷'.repeat(10)} \`（ほか2文字）`)
    expect(excerpt('短い', 2)).toBe('` 短い `')
  })
})

describe('文', () => {
  test.each([
    ['利用を終えるのに、記録がありません。', '利用を終えるのに、記録がありません。'],
    ['様式4とSaaSの点検 (仮)です。', '様式4とSaaSの点検 (仮)です。'],
    ['application.type を renewal にします。', '` application.type ` を renewal にします。'],
    [
      'conditions に id: sensitive-care（要配慮）を書きます。',
      'conditions に ` id: sensitive-care `（要配慮）を書きます。',
    ],
    ['判断 3f2a91c4 を見ます。', '判断 ` 3f2a91c4 ` を見ます。'],
  ])('%s', (text, shown) => expect(sentence(text)).toBe(shown))

  test('引用は、始めのかぎ括弧から終わりのかぎ括弧まで', () => {
    expect(quotation('「許可」しました。「x」はありません。')).toBe('「` 許可」しました。「x `」はありません。')
    expect(quotation('引用のない文です。')).toBe('引用のない文です。')
    expect(quotation('」逆の「')).toBe('」逆の「')
  })

  test('終わりに引いた項目の名前は、引用に入れない', () => {
    const about = (theirs: string): string => quotation(`「${theirs}」という項目は「利用の内容」の中にはありません。`)
    expect(about('自由記述')).toBe('「` 自由記述 `」という項目は「利用の内容」の中にはありません。')
    // Whoever writes the same words gains nothing: all before the last name stays theirs.
    const forged = '自由記述」という項目は「利用の内容」の中にはありません。[x](https://evil.example) 「サービス'
    expect(about(forged)).toBe(`「\` ${forged} \`」という項目は「利用の内容」の中にはありません。`)
    expect(quotation('「a」は「@admin」です。')).toBe('「` a」は「@admin `」です。')
    expect(quotation('「利用の内容」を書いてください。')).toBe('「` 利用の内容 `」を書いてください。')
  })
})
