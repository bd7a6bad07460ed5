import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { checkService } from '../check.ts'
import type { CommentInput } from '../gate/types.ts'
import { keysOf } from '../pointer.ts'
import { parseSource } from '../source/document.ts'
import { blameless, differing } from '../testing/blameless.ts'
import { commentSamples, examinationOf, guideline, inputOf, sampleFile, sampleStates } from '../testing/comment.ts'
import { fullest, pointersIn, replacedAt } from '../testing/fullest.ts'
import { marker, renderComment, renderSummary } from './comment.ts'
import { quotingRules } from './guideline.ts'

const render = (input: CommentInput): string => renderComment(input, guideline)

describe('欄の見本', () => {
  for (const [name, input] of Object.entries(commentSamples))
    test(name, () => expect(render(input)).toMatchFileSnapshot(`golden/${name}.md`))
})

test('利用停止は、どの変更の欄にも見える', () => {
  const stopped = differing(blameless, { suspension: { date: '2026-10-16', reason: '`@x` 確かめるため。' } })
  const after = differing(stopped, { use: { users: 99 } })
  const comment = render(inputOf(examinationOf([['services/koho/a.yml', stopped, after]])))
  expect(comment).toContain(
    '| **利用停止** | 停止した日：2026-10-16（令和8年10月16日）<br>停止の理由：`` `@x` 確かめるため。 ``',
  )
})

describe('どの欄も', () => {
  const comments = Object.entries(commentSamples).map(([name, input]) => ({ name, input, comment: render(input) }))

  test('印で始まり、60,000文字までで、同じ入力から同じものができる', () => {
    for (const { name, input, comment } of comments) {
      expect(comment.startsWith(`${marker}\n## `), name).toBe(true)
      expect(comment.length, name).toBeLessThanOrEqual(60_000)
      expect(render(input), name).toBe(comment)
    }
  })

  test('自分の欄を前の欄として読んでも、変わらない', () => {
    for (const { name, input, comment } of comments) {
      if (input.previous !== null) continue
      expect(render({ ...input, previous: comment }), name).toBe(comment)
    }
  })

  test('code とリンク先のほかに、呼びかけ・番号・URL・画像・コミットの名前がない', () => {
    for (const { name, input, comment } of comments) {
      const visible = comment.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '')
      const outside = visible.replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '〈code〉')
      const links = [...outside.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link)
      for (const link of links)
        expect(link, name).toMatch(
          /^https:\/\/github\.com\/nerima\/gaibu-service\/blob\/[0-9a-f]{40}\/services\/[a-z0-9-]+\/[a-z0-9-]+\.yml(#L\d+)?$/,
        )
      const text = outside.replaceAll(/\]\([^)]*\)/g, ']')
      expect(text, name).not.toMatch(/@|#\d|:\/\/|www\.|!\[|suggestion|[0-9a-f]{7}/)
      expect(input.pullRequest.title).toBeTruthy()
    }
  })

  test('サイトのアドレスがあれば、根拠は規則の説明を指し、ほかは変わらない', () => {
    const site = 'https://example.github.io/shinsa/'
    const rules = new Set<string>()
    for (const { name, input, comment } of comments) {
      const linked = render({ ...input, site })
      for (const [, link] of linked.matchAll(/\]\((https:\/\/example[^)]*)\)/g)) {
        expect(link, name).toMatch(/^https:\/\/example\.github\.io\/shinsa\/guideline\/(\d+|fields)\.html#[a-z0-9-]+$/)
        rules.add(link!)
      }
      const unlinked = linked.replaceAll(/\[([^[\]]*)\]\(https:\/\/example[^)]*\)/g, '$1').replaceAll('説明', '－')
      if (linked.length < 50_000) expect(unlinked, name).toBe(comment.replaceAll('説明', '－'))
    }
    expect(rules.size).toBeGreaterThan(3)
  })

  test.each([
    'javascript:alert(1)',
    'https://example.jp/)[x](',
    'https://example.jp',
  ])('アドレスでないものは指さない: %s', (site) => {
    for (const { name, input, comment } of comments) expect(render({ ...input, site }), name).toBe(comment)
  })

  test('HTML は、折りたたみと改行と小さい字だけ', () => {
    for (const { name, comment } of comments) {
      const visible = comment.replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '').replaceAll(/<!--[\s\S]*?-->/g, '')
      const tags = new Set(visible.match(/<[^>]*>/g))
      for (const tag of tags)
        expect(['<br>', '<sub>', '</sub>', '<details>', '</details>', '<summary>', '</summary>'], name).toContain(tag)
      expect(visible.split('<details>').length, name).toBe(visible.split('</details>').length)
    }
  })

  test('次にする人と、いまの状態が、いちばん上にある', () => {
    for (const { name, comment } of comments)
      expect(comment.replaceAll('\u2060', '').split('\n').slice(1, 6).join('\n'), name).toMatch(
        /^## 自動点検：.+\n\n\| いまの状態 \| 次にする人 \| 受付 \| 区分 \|\n\|-/,
      )
  })
})

describe('長い欄', () => {
  const long = commentSamples['over-long']!
  const comment = render(long)

  test('何をどれだけ省いたかを、上のほうで言う', () => {
    const [, left] = /^> \*\*長いため、省いたものがあります。\*\* .*?要修正 (\d+)件/m.exec(comment) ?? []
    const shown = comment.match(/^\| ` services\/soumu\/riyou-\d+\.yml `<br>/gm)?.length ?? 0
    const { diagnostics } = long.examination!
    expect(shown + Number(left)).toBe(diagnostics.filter(({ verdict }) => verdict === 'violation').length)
    expect(comment).toContain(`\n\nほか${left}件は、長いため省きました。`)
  })
  test('表の行の途中で切れない', () => {
    for (const line of comment.split('\n')) if (line.startsWith('|')) expect(line).toMatch(/\|$/)
  })
  test('要約には、欄より多くが入る', () => {
    const summary = renderSummary(long, guideline)
    expect(summary.length).toBeGreaterThan(comment.length)
    expect(summary.length).toBeLessThanOrEqual(300_000)
    expect(summary).not.toContain('<!--')
  })
  test('全部の鍵が、写せる行にある', () => {
    const { judgements } = commentSamples.import!.examination!
    const shown = render(commentSamples.import!)
    for (const { key } of judgements) expect(shown).toContain(`\n/判断 ${key} \n`)
  })
})

describe('解消した指摘', () => {
  const { broken, worse, clean } = sampleStates
  const at = (value: unknown, head: string, previous: string | null): CommentInput => {
    const input = inputOf(examinationOf([[sampleFile, null, value]]), { previous })
    return { ...input, pullRequest: { ...input.pullRequest, head: head.repeat(40) } }
  }
  const heading = '### 解消した指摘'
  const first = render(at(worse, 'a', null))
  const second = render(at(broken, 'd', first))

  test('前の保存から直ったものだけが並び、同じ版を読み直しても残る', () => {
    expect(first).not.toContain(heading)
    expect(second).toContain(`${heading}（前回の保存から3件）`)
    expect(render(at(broken, 'd', second))).toContain(`${heading}（前回の保存から3件）`)
    expect(render(at(broken, 'e', second))).not.toContain(heading)
    expect(render(at(clean, 'e', second))).toContain(`${heading}（前回の保存から5件）`)
  })

  test('点検できなかった回をはさんでも、忘れない', () => {
    const fault = { ...commentSamples.fault!, previous: first }
    expect(render(at(broken, 'd', render(fault)))).toContain(`${heading}（前回の保存から3件）`)
  })

  test('行が動いただけなら、解消に数えない', () => {
    const shift = (value: object & { criteria?: unknown[] }) => ({
      ...value,
      criteria: [...(value.criteria ?? [])].reverse(),
    })
    const bad = {
      ...(clean as object),
      criteria: [
        { number: 1, result: 'unmet', reason: '国外' },
        { number: 2, result: 'met' },
      ],
    }
    const before = render(at(bad, 'a', null))
    expect(render(at(shift(bad), 'd', before))).not.toContain(heading)
  })

  test.each([
    ['なし', ''],
    ['印だけ', marker],
    ['壊れた控え', first.replace(/<!-- shinsa:memory [0-9a-f]+/, '<!-- shinsa:memory zzz')],
    [
      '知らない規則',
      `${marker}\n\n<!-- shinsa:memory ${'a'.repeat(40)}\nopen ${sampleFile} 99-none/none /use 00000000\n-->`,
    ],
    [
      '悪い符号',
      `${marker}\n\n<!-- shinsa:memory ${'a'.repeat(40)}\nopen %E0%A4%A services /use 00000000\nopen x y z\n-->`,
    ],
    ['無関係な文', '@admin <!-- shinsa:memory -->'],
    ['長い文', `${'<!--'.repeat(20_000)}\n-->`],
  ])('前の欄が%sでも、動く', (_, previous) => {
    expect(render(at(broken, 'd', previous))).not.toContain(heading)
  })

  test('書き換えられた控えの文字は、code のまま', () => {
    const pointer = `/use/${encodeURIComponent('<~1details>@admin <b>').replaceAll('-', '%2D')}`
    const previous = `${marker}\n\n<!-- shinsa:memory ${'a'.repeat(40)}\nopen ${sampleFile} schema ${pointer} 00000000\n-->`
    expect(render(at(clean, 'd', previous))).toContain('- ` 利用の内容 › </details>@admin <b> `：')
  })
})

test('どの項目がなくても、違うものでも、コメントになる', () => {
  for (const pointer of pointersIn(fullest).filter((one) => one !== ''))
    for (const by of [undefined, 0]) {
      const after = replacedAt(fullest, keysOf(pointer), by)
      const examination = examinationOf([[sampleFile, fullest, after]], {
        register: [['services/koho/other.yml', after]],
      })
      expect(renderComment(inputOf(examination), guideline), `${pointer} ${JSON.stringify(by)}`).toContain(marker)
    }
})

test('ファイルの言葉を引く規則は、決まったものだけ', () => {
  const foreign = '見知らぬ言葉'
  const odd = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(odd)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, odd(entry)]))
    return typeof value === 'string' && !/^[A-Za-z0-9-]+$/.test(value) ? `${foreign}${value}` : value
  }
  const values = Object.values(sampleStates).flatMap((value) => [
    odd(value),
    { ...(odd(value) as object), [foreign]: foreign },
  ])
  const said = values.flatMap(
    (value) => checkService(parseSource(sampleFile, JSON.stringify(value, null, 1)), policies).diagnostics,
  )
  const quoting = said.filter(({ message, remedy }) => `${message}${remedy}`.includes(foreign)).map(({ rule }) => rule)
  expect(quoting.length).toBeGreaterThan(0)
  for (const rule of quoting) expect(quotingRules).toContain(rule)
})

const hasRenderer = ['/usr/bin/cmark-gfm', '/usr/local/bin/cmark-gfm'].some(existsSync)
if (!hasRenderer) console.warn('cmark-gfm がないため、欄の HTML の検査を省きました。')
test.runIf(hasRenderer)('どの欄も、表の列がそろい、折りたたみが閉じた HTML になる', () => {
  const extensions = ['table', 'strikethrough', 'autolink', 'tasklist', 'footnotes', 'tagfilter'].flatMap((name) => [
    '-e',
    name,
  ])
  for (const [name, input] of Object.entries(commentSamples)) {
    const html = execFileSync('cmark-gfm', [...extensions, '--unsafe'], { input: render(input), encoding: 'utf8' })
    const bare = html.replaceAll(/<code[\s\S]*?<\/code>/g, '')
    for (const table of bare.match(/<table>[\s\S]*?<\/table>/g) ?? []) {
      const columns = table.split('<th>').length
      for (const tableRow of table.split('<tr>').slice(2)) expect(tableRow.split('<td>').length, name).toBe(columns)
    }
    expect(bare.split('<details>').length, name).toBe(bare.split('</details>').length)
    expect(bare, name).not.toMatch(/@|https?:\/\/(?!github\.com\/nerima\/gaibu-service\/blob\/)/)
    expect(bare, name).not.toMatch(/\|/)
  }
})
