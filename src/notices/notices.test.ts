import { describe, expect, test } from 'vitest'
import type { Deadline } from '../due.ts'
import { sampleDeadlines } from '../testing/due.ts'
import { deadlinesIssue } from './deadlines.ts'
import { isSameText, listed, withTicks } from './issue.ts'
import { linkForm, linkNow } from './links.ts'
import { type SurveyedUse, surveyIssue } from './survey.ts'

const repository = 'https://github.com/example-city/shinsa'
const issue = (deadlines: readonly Deadline[], unreadable: readonly string[] = []) =>
  deadlinesIssue({ slug: 'koho', name: '区長室広聴広報課', deadlines, unreadable, repository })
const hostile = '`@hanako` [x](https://example.com) --> \n- [x] 済\n### 見出し |\u202e'
const use = (service: string, confirmed: SurveyedUse['confirmed'] = null): SurveyedUse => ({
  file: 'services/koho/youtube.yml',
  service,
  suspended: false,
  confirmed,
})
const survey = (uses: readonly SurveyedUse[]) =>
  surveyIssue({ year: 2026, slug: 'koho', name: '区長室広聴広報課', uses, repository, until: '2026-08-31' })

describe('期限の票', () => {
  test('過ぎたものから順に、和暦とファイルとともに並ぶ', async () => {
    const { body, isOpen, title } = issue(sampleDeadlines, ['services/koho/broken.yml'])
    expect([title, isOpen]).toEqual(['期限のお知らせ: 区長室広聴広報課', true])
    await expect(body).toMatchFileSnapshot('golden/deadlines.md.out')
  })
  test('利用停止は、期限の票でも台帳調査の票でも見える', () => {
    const { body } = issue([{ ...sampleDeadlines[0]!, state: 'due', service: 'A', suspended: true }])
    expect(body).toContain('` A ` **（利用停止）** [`')
    expect(survey([{ ...use('X'), suspended: true }]).body).toContain('` X ` **（利用停止）** [`')
  })
  test('まだ遠いものだけなら、閉じてよい', () => {
    const far = sampleDeadlines.map((deadline) => ({ ...deadline, state: 'open' as const }))
    expect(issue(far)).toMatchObject({ isOpen: false, body: expect.stringContaining('今はありません') })
  })
  test('ファイルに書かれた文は、文字としてしか現れない', () => {
    const [first] = sampleDeadlines
    const { body } = issue([{ ...first!, state: 'due', service: hostile, file: 'services/x](y)/`z.yml' }])
    const lines = body.split('\n').filter((line) => line.startsWith('- ['))
    expect(lines).toHaveLength(1)
    expect(body).not.toMatch(/^- \[x\]|^### 見出し/m)
    expect(body).not.toContain('](https://github.com')
    expect(lines[0]).toContain('`` `@hanako` [x](https://example.com) --> ⏎')
  })
  test('多すぎれば、数だけを書く', () => {
    const many = Array.from(
      { length: 2000 },
      (_, index): Deadline => ({
        ...sampleDeadlines[0]!,
        state: 'due',
        file: `services/koho/use-${index}.yml`,
      }),
    )
    const { body } = issue(many)
    expect(body.length).toBeLessThan(65_536)
    expect(body).toMatch(/\n- ほか\d+件\n$/)
  })
})

describe('台帳調査の票', () => {
  test('利用ごとに、確認と終了の票へのリンクがある', async () => {
    const { body, isOpen, title } = survey([
      use('YouTube'),
      { ...use('X', { date: '2026-07-03', status: 'ending' }), file: 'services/koho/x.yml' },
    ])
    expect([title, isOpen]).toEqual(['台帳調査（令和8年度）: 区長室広聴広報課', true])
    await expect(body).toMatchFileSnapshot('golden/survey.md.out')
  })
  test('すべて答えてあれば、閉じてよい', () =>
    expect(survey([use('X', { date: '2026-04-01', status: 'in-use' })]).isOpen).toBe(false))
  test('サービス名は、リンクを破らない', () => {
    const link = linkForm('確認する', 'confirmation', { 'service-name': `${hostile}\ud800 it's (1)!` }, repository)
    expect(link).toMatch(/^\[確認する\]\(https:\/\/github\.com\/[\w./?=&%-]+\)$/)
    const [, address = ''] = /\((.*)\)$/.exec(link) ?? []
    expect(new URL(address).searchParams.get('service-name')).toContain("it's (1)!")
  })
})

test('リンクになるのは、台帳のファイルだけである', () => {
  expect(linkNow('services/koho/x.yml', repository)).toContain('/blob/HEAD/services/koho/x.yml)')
  expect(linkNow('services/koho/../x.yml', repository)).toBe('` services/koho/../x.yml `')
  expect(linkNow('services/koho/x.yml', 'javascript:x')).toBe('` services/koho/x.yml `')
})

test('人の付けた印は、同じことを言う行に残る', () => {
  expect(withTicks('- [ ] a\n- [ ] b', '- [x] a\r\n- [X] c')).toBe('- [x] a\n- [ ] b')
  expect(isSameText('a\r\nb\n', 'a\nb')).toBe(true)
  expect(listed(['12345', '12345'], 6)).toEqual(['12345', '- ほか1件'])
})
