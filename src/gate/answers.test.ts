import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnswers } from './answers.ts'

const reason = '通信も閲覧に限り、保存しないことを確かめた。'
const good = { key: '3f2a91c4', verdict: 'accept', reason }
const read = (body: string) => readAnswers(body).commands

describe('what is an answer', () => {
  test('a line with key, verdict and reason', () => {
    expect(readAnswers(`/判断 3f2a91c4 可 ${reason}`)).toEqual({ commands: [good], unreadable: [] })
  })
  test.each([
    ['可', 'accept'],
    ['条件付', 'conditional'],
    ['条件付き', 'conditional'],
    ['不可', 'refuse'],
  ])('%s', (word, verdict) => expect(read(`/判断 3f2a91c4 ${word} ${reason}`)).toEqual([{ ...good, verdict }]))
  test.each([
    ['full width', `／判断　３ｆ２ａ９１ｃ４　可　${reason}`],
    ['capitals', `/判断 3F2A91C4 可 ${reason}`],
    ['up to three spaces ahead', `   /判断 3f2a91c4 可 ${reason}`],
    ['tabs between', `/判断\t3f2a91c4\t可\t${reason}`],
    ['behind other text', `よいと思います。\n\n/判断 3f2a91c4 可 ${reason}\n`],
    ['right behind a quote', `> 質問\n/判断 3f2a91c4 可 ${reason}`],
    ['line ends of Windows', `前\r\n/判断 3f2a91c4 可 ${reason}\r\n\r\n後`],
  ])('%s', (_, body) => expect(readAnswers(body)).toEqual({ commands: [good], unreadable: [] }))
  test('a reason goes on to a blank line or the next answer', () => {
    const body =
      '/判断 3f2a91c4 可 一行目の\n    続きの理由です。\n\nこれは違う。\n/判断 9b07e1d2 条件付\n年度末までに移す予定です。\n/判断 00000000 不可 必要な理由が書かれていない。'
    expect(read(body)).toEqual([
      { key: '3f2a91c4', verdict: 'accept', reason: '一行目の\n続きの理由です。' },
      { key: '9b07e1d2', verdict: 'conditional', reason: '年度末までに移す予定です。' },
      { key: '00000000', verdict: 'refuse', reason: '必要な理由が書かれていない。' },
    ])
  })
  test('the same answer twice is no contradiction', () => {
    const line = `/判断 3f2a91c4 可 ${reason}`
    expect(readAnswers(`${line}\n${line}`)).toEqual({ commands: [good, good], unreadable: [] })
  })
})

describe('what is none', () => {
  test.each([
    ['a quote', `> /判断 3f2a91c4 可 ${reason}`],
    ['a fence', `\`\`\`\n/判断 3f2a91c4 可 ${reason}\n\`\`\``],
    ['a fence with a name', `~~~text\n/判断 3f2a91c4 可 ${reason}\n~~~`],
    ['a fence that a shorter one does not end', `\`\`\`\`\n\`\`\`\n/判断 3f2a91c4 可 ${reason}\n\`\`\`\``],
    ['a fence that is never closed', `\`\`\`\n/判断 3f2a91c4 可 ${reason}`],
    ['indented code', `説明\n\n    /判断 3f2a91c4 可 ${reason}`],
    ['what the page hides', `<!--\n/判断 3f2a91c4 可 ${reason}\n-->`],
    ['what the page hides to the end', `<!-- x\n/判断 3f2a91c4 可 ${reason}`],
    ['in the middle of a line', `私は /判断 3f2a91c4 可 ${reason}`],
    ['nothing', ''],
  ])('%s', (_, body) => expect(readAnswers(body)).toEqual({ commands: [], unreadable: [] }))
  test('what follows code counts again', () => {
    expect(read(`\`\`\`\nx\n\`\`\`\n/判断 3f2a91c4 可 ${reason}`)).toEqual([good])
    expect(read(`\`a\` と \`\`b\`\`\n/判断 3f2a91c4 可 ${reason}`)).toEqual([good])
    expect(read(`<!-- 見えない --> \n/判断 3f2a91c4 可 ${reason}`)).toEqual([good])
  })
})

describe('what cannot be read', () => {
  test.each([
    ['no key', '/判断 可 理由はこのとおりで十分に長い。'],
    ['a short key', `/判断 3f2a91c 可 ${reason}`],
    ['a key of other letters', `/判断 3f2a91cg 可 ${reason}`],
    ['no verdict', `/判断 3f2a91c4 ${reason}`],
    ['another verdict', `/判断 3f2a91c4 保留 ${reason}`],
    ['no spaces', `/判断3f2a91c4可${reason}`],
    ['no reason', '/判断 3f2a91c4 可'],
    ['a reason of nine letters', '/判断 3f2a91c4 可 一二三四五六七八九'],
    ['a reason of blanks', '/判断 3f2a91c4 可 あ　　　　　　　　　　　　い'],
    ['a reason of letters that nobody sees', `/判断 3f2a91c4 可 あ${'\u200b'.repeat(20)}`],
    ['something unseen in front', `\u200b/判断 3f2a91c4 可 ${reason}`],
    ['the command alone', '/判断'],
  ])('%s', (_, body) => {
    expect(readAnswers(body)).toEqual({ commands: [], unreadable: [body.trim()] })
  })
  test('ten letters are enough', () => {
    expect(read('/判断 3f2a91c4 可 一二三四五六七八九十')).toHaveLength(1)
  })
  test('two verdicts on one key', () => {
    const { commands, unreadable } = readAnswers(`/判断 3f2a91c4 可 ${reason}\n/判断 3f2a91c4 不可 ${reason}`)
    expect(commands).toEqual([])
    expect(unreadable).toHaveLength(2)
  })
})

const key = fc.stringMatching(/^[0-9a-f]{8,12}$/)
const words = fc.stringMatching(/^[ぁ-んァ-ヶ一-龠、。]{10,40}$/)
const verdict = fc.constantFrom('可', '条件付', '不可')

test('every answer that is written as asked is read as written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(key, verdict, words), { selector: ([id]) => id, minLength: 1 }), (given) => {
      const { commands, unreadable } = readAnswers(given.map((parts) => `/判断 ${parts.join(' ')}`).join('\n'))
      expect(unreadable).toEqual([])
      expect(commands.map((command) => [command.key, command.reason])).toEqual(given.map(([id, , why]) => [id, why]))
    }),
  )
})

test('any text is read without a fault, and no line of it is lost: read, unreadable or none', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('```', '~~~', '> x', '<!--', '-->', '', '    code', `/判断 3f2a91c4 可 ${reason}`, '/判断 x'),
  )
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { commands } = readAnswers(lines.join('\n'))
      for (const command of commands) {
        expect(command.key).toMatch(/^[0-9a-f]{8,64}$/)
        expect([...command.reason].length).toBeGreaterThanOrEqual(10)
      }
    }),
  )
})

test('a quoted answer is never one', () => {
  fc.assert(fc.property(words, (why) => read(`> /判断 3f2a91c4 可 ${why}`).length === 0))
})
