import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { newWork, withAnswersOf, workFrom, workOn } from './begin.ts'
import { judged } from './judged.ts'
import { path, questionAt, shownQuestions } from './path.ts'
import { wordPlace } from './records.ts'
import { answered, isBegun, leftUnsure, type Task, titleOf, typedIn, type Work } from './work.ts'

const today = '2026-11-28'
const services = readdirSync('services', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yml'))
  .map((name) => `services/${name}`)
  .sort()
const tasks: readonly Task[] = ['renew', 'check', 'confirm', 'terminate']

describe('今ある利用から始める', () => {
  test('ファイルがそろっている', () => expect(services.length).toBeGreaterThan(24))

  test.each(services)('%s は、何も答えなければ一文字も変わらない', (file) => {
    const text = readFileSync(file, 'utf8')
    for (const task of tasks) {
      const work = workOn('a', { file, text }, task, today)
      expect(work, task).not.toBeNull()
      const { text: after, found, transition } = judged(work!, today)
      expect(after, task).toBe(text)
      expect(found, task).toEqual([])
      expect(transition, task).toBeNull()
    }
  })

  test('変えたところだけが変わる', () => {
    const file = 'services/bunka/shisetsu-yoyaku.yml'
    const text = `# 見出しのコメント\n${readFileSync(file, 'utf8')}`.replaceAll('\n', '\r\n')
    const work = workOn('a', { file, text }, 'renew', today)!
    const after = judged(answered(work, '/use/users', 36), today).text
    const changed = after.split('\r\n').filter((line, index) => line !== text.split('\r\n')[index])
    expect(changed).toEqual(['  users: 36'])
  })

  test('点検は、前の点検の後ろに付く', () => {
    const file = 'services/bunka/shisetsu-yoyaku.yml'
    const text = readFileSync(file, 'utf8')
    const work = workOn('a', { file, text }, 'check', today)!
    const { text: after, transition } = judged(answered(work, '/check/items/f5-01/result', 'yes'), today)
    expect(transition).toBe('check')
    expect(after.startsWith(text.slice(0, text.indexOf('checks:')))).toBe(true)
    expect(after).toContain(`date: ${today}`)
  })
})

describe('前の申請を写す', () => {
  test('記録と、その申請だけのことは写さない', () => {
    const text = readFileSync('services/bunka/shisetsu-yoyaku.yml', 'utf8')
    const work = workFrom('a', text)!
    expect(Object.keys(work.draft)).not.toEqual(expect.arrayContaining(['checks']))
    for (const block of ['checks', 'confirmations', 'termination', 'suspension', 'application'])
      expect(work.draft, block).not.toHaveProperty(block)
    expect(work.folder).toBe('bunka')
    expect(work.draft.criteria).toBeDefined()
    expect(titleOf(work)).toBe('例示施設予約')
  })

  test('同じサービスについて分かっていることを、自分の答えを残して写す', () => {
    const text = readFileSync('services/bunka/shisetsu-yoyaku.yml', 'utf8')
    const own = answered(answered(newWork('a'), '/service/name', '例示施設予約'), '/service/plan', '別のプラン')
    const { draft } = withAnswersOf(own, text)
    expect(draft.service).toMatchObject({ plan: '別のプラン', provider: { name: '株式会社例示' } })
    expect(Object.keys(draft.criteria as object)).toHaveLength(40)
    for (const block of ['department', 'use', 'information', 'application']) expect(draft).not.toHaveProperty(block)
  })

  test('ファイルにない項目は写さない', () => {
    const text = 'title: 別の書類\nservice: { name: 例示, owner: 誰か }\nrisks: [{ id: common-oversight, rank: 1 }]\n'
    expect(workFrom('a', text)?.draft).toMatchObject({
      service: { name: '例示' },
      risks: { 'common-oversight': { id: 'common-oversight' } },
    })
    expect(JSON.stringify(workFrom('a', text)?.draft)).not.toMatch(/title|owner|rank/)
    expect(workFrom('a', 'title: 別の書類\n')).toBeNull()
  })

  test('読めないものは写さない', () => expect(workFrom('a', 'service: [\n')).toBeNull())
})

describe('答え', () => {
  const work = workFrom('a', 'service: {}\n')!

  test.each([
    ['/use/period/start', 'R8.4.1', '2026-04-01'],
    ['/use/users', '１２人', 12],
    ['/service/provider/corporateNumber', '７１２３４５６７８９０１２', '7123456789012'],
  ])('%s の「%s」は、打ったままを残して %s と読む', (pointer, typed, value) => {
    const after = typedIn(work, pointer, typed)
    expect(after.typed[pointer]).toBe(typed)
    expect(JSON.stringify(after.draft)).toContain(JSON.stringify(value))
  })

  test.each([
    ['/use/period/start', '令和８年２月３０日'],
    ['/use/users', 'たくさん'],
    ['/service/name', 'bidi \u202e 文字'],
    ['/use/purpose', '見えない\u200b文字'],
  ])('%s に「%s」は答えにならないが、消えない', (pointer, typed) => {
    const after = typedIn(answered(work, pointer, 'x'), pointer, typed)
    expect(after.typed[pointer]).toBe(typed)
    const [, block = '', key = ''] = pointer.split('/')
    expect((after.draft[block] as Record<string, unknown> | undefined)?.[key]).toBeUndefined()
  })
})

describe('質問', () => {
  test('何も答えていなければ、最初の1つだけを尋ねる', () => expect(path(newWork('a'))).toEqual(['/use/governedBy']))

  test('分からないと答えたら、次へ進み、下書きとして残る', () => {
    const unsure = leftUnsure(newWork('a'), '/use/governedBy')
    expect(path(unsure)).toEqual(['/use/governedBy', '/service/class'])
    expect(isBegun(unsure)).toBe(true)
    expect(isBegun(newWork('a'))).toBe(false)
  })

  test.each([
    ['/use/networks/0', '/use/networks'],
    ['/information/kinds', '/information/kinds'],
    ['/use/networksOf', undefined],
    ['/use', undefined],
  ])('%s にあるのは %s の答え', (place, question) => expect(questionAt(place)).toBe(question))

  test('区分を変えて合わなくなった答えは、直せるように残る', () => {
    const file = 'services/koseki-jumin/jumin-saas.yml'
    const governmentCloud = workFrom('a', readFileSync(file, 'utf8'))!
    const standard = '/use/standardCompliantSystem'
    const shownOf = (work: Work) => shownQuestions(work, judged(work, today).found)
    expect(shownOf(governmentCloud)).toContain(standard)
    const cloud = answered(answered(governmentCloud, '/service/class', 'cloud'), '/use/networks', ['internet'])
    expect(path(cloud)).not.toContain(standard)
    expect(shownOf(cloud)).toContain(standard)
    expect(shownOf(answered(cloud, standard, false))).not.toContain(standard)
  })
})

test.each([
  ['/check/items/f6-01/result', '各項目を外部サービス提供者と連携して確かめた › 実施状況'],
  ['/check/date', '点検日'],
  ['/check', '点検'],
  ['/service/name', 'サービス名'],
])('%s は「%s」と呼ばれる', (place, words) => expect(wordPlace(place)).toBe(words))
