import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { visits } from '../testing/visit.ts'

const visit = visits()
beforeEach(() => visit.applicant.begin())

/** What the command says of the file at its place. */
function validated(path: string, text: string): { status: number; violations: string[] } {
  const root = mkdtempSync(join(tmpdir(), 'handed-in-'))
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  try {
    const said = execFileSync('node', ['dist/shinsa.js', 'validate', file, '--format', 'json'], { encoding: 'utf8' })
    return { status: 0, violations: JSON.parse(said).diagnostics.filter(isViolation).map(String) }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return {
      status,
      violations: JSON.parse(stdout)
        .diagnostics.filter(isViolation)
        .map(({ message }: { message: string }) => message),
    }
  } finally {
    rmSync(root, { recursive: true })
  }
}
const isViolation = ({ verdict }: { verdict: string }): boolean => verdict === 'violation'

const none = '当てはまるものはない'

describe('初めての人が、最初のページからファイルまで', () => {
  test('無料で、重要情報を扱わないサービス', async () => {
    await visit.applicant.fill('サービスの名前', '例示アンケート')
    await visit.applicant.answer('この利用には', none)
    await visit.applicant.answer('どの区分', 'クラウドサービス（インターネット）')
    await visit.applicant.answer('どのネットワーク', '個別・インターネット系')
    await visit.applicant.answer('どの重要情報', 'どれも扱わない')
    await visit.applicant.answer('契約全体として', '無料')
    await visit.applicant.answer('どの種類', 'オンラインアンケート')
    await visit.applicant.answer('利用申請を省略', none)
    await expect.poll(() => visit.applicant.outcome().textContent()).toContain('利用申請が必要です（様式2）')
    await expect.poll(() => visit.applicant.outcome().textContent()).toContain('年1回程度に様式7')

    await visit.applicant.toWriting()
    await visit.applicant.write({ 所属: '区長室広聴広報課', 利用開始日: 'R8.12.1' })
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('直すところは見つかりませんでした')
    await visit.applicant.fill('ファイルの名前', 'reiji-enquete')
    const { name, text } = await visit.applicant.save()
    expect(name).toBe('reiji-enquete.yml')
    expect(text).toContain('start: 2026-12-01')
    expect(text).toContain('kinds: []  # 重要情報なし')
    expect(validated('services/koho/reiji-enquete.yml', text)).toEqual({ status: 0, violations: [] })
  })

  test('有料で、要配慮個人情報を扱うSaaS', async () => {
    await visit.applicant.fill('サービスの名前', '例示相談記録')
    await visit.applicant.answer('この利用には', none)
    await visit.applicant.answer('どの区分', 'クラウドサービス（インターネット）')
    await visit.applicant.answer('どのネットワーク', '個別・インターネット系')
    await visit.applicant.answer('どの重要情報', '保有個人情報', '要配慮個人情報')
    await visit.applicant.answer('契約全体として', '有料')
    await visit.applicant.answer('どの種類', '業務システム')
    await visit.applicant.answer('利用申請を省略', none)
    await visit.applicant.answer('生成AI', 'いいえ')
    const outcome = visit.applicant.outcome()
    await expect.poll(() => outcome.textContent()).toContain('利用申請が必要です（様式1と情報化企画書）')
    expect(await outcome.textContent()).toContain('要配慮個人情報の慎重な判断')
    expect(await outcome.getByRole('link', { name: 'ガイドライン 3' }).first().getAttribute('href')).toBe(
      'guideline/3.html',
    )
    expect(await outcome.locator('.road-what').allTextContents()).toEqual([
      '様式1と情報化企画書の申請',
      '可否決定',
      '契約',
      '導入・構築時に様式4',
      '運用開始時と年1回程度に様式5',
      '利用終了時に様式6',
      '終わったら様式3',
    ])

    await visit.applicant.toWriting()
    await visit.applicant.write({
      所属: '福祉部障害者施策推進課',
      理由と判断の経過: '相談の記録に障害の種別が欠かせないため、項目を最小限にしました。',
      '判断・相談の日': '2026-11-20',
      責任分界点: '契約書の別紙2で定めます。',
      サービスレベル: 'SLAの第3条で、月間稼働率99.5％以上と定めます。',
    })
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('直すところは見つかりませんでした')
    await visit.applicant.fill('ファイルの名前', 'reiji-soudan')
    const { text } = await visit.applicant.save()
    expect(text.match(/^ {2}- number: /gm)).toHaveLength(40)
    expect(validated('services/shogai-shisaku/reiji-soudan.yml', text)).toEqual({ status: 0, violations: [] })
  })

  test('ガバメントクラウドで、15の対策まで', async () => {
    await visit.applicant.fill('サービスの名前', '例示標準準拠システム')
    await visit.applicant.answer('この利用には', none)
    await visit.applicant.answer('どの区分', 'ガバメントクラウド')
    await visit.applicant.answer('どのネットワーク', '住民情報系')
    await visit.applicant.answer('どの重要情報', '保有個人情報')
    await visit.applicant.answer('契約全体として', '有料')
    await visit.applicant.answer('どの種類', '業務システム')
    await visit.applicant.answer('利用申請を省略', none)
    await visit.applicant.answer('ガバメントクラウド上で', 'はい')
    await visit.applicant.answer('生成AI', 'いいえ')
    await expect.poll(() => visit.applicant.outcome().textContent()).toContain('ガバメントクラウドの対策の記録: 1')

    await visit.applicant.toWriting()
    await visit.applicant.write({ 所属: '区民部戸籍住民課' })
    await expect.poll(() => visit.page.locator('main').textContent()).toContain('直すところは見つかりませんでした')
    await visit.applicant.fill('ファイルの名前', 'reiji-hyojun')
    const { text } = await visit.applicant.save()
    expect(text).toContain('governmentCloud:')
    expect(text.match(/^ {2}- measure: /gm)?.length).toBeGreaterThanOrEqual(18)
    expect(validated('services/koseki-jumin/reiji-hyojun.yml', text)).toEqual({ status: 0, violations: [] })
  })

  test('LoGoチャットで重要情報は、使えないことと、その理由が出る', async () => {
    await visit.applicant.fill('サービスの名前', 'ろごちゃっと')
    await visit.page.getByRole('button', { name: /^LoGoチャット/ }).click()
    await visit.applicant.answer('この利用には', none)
    await visit.applicant.answer('どのネットワーク', '庁内情報系')
    await visit.applicant.answer('どの重要情報', '保有個人情報')
    const outcome = visit.applicant.outcome()
    await expect.poll(() => outcome.textContent()).toContain('この内容では利用できません。')
    expect(await outcome.textContent()).toContain('「LoGoチャット」で重要情報を扱うことはできません。')
    expect(await outcome.getByRole('link', { name: 'ガイドライン 9' }).count()).toBe(1)
    expect(await visit.page.getByRole('link', { name: '内容を書く', exact: true }).count()).toBe(0)
    // What would have to be otherwise, computed from the same rules.
    const change = outcome.getByRole('button', { name: 'この内容に変える' }).first()
    await visit.page.emulateMedia({ media: 'print' })
    expect(await change.isVisible()).toBe(false)
    await visit.page.emulateMedia({ media: 'screen' })
    await change.click()
    await expect.poll(() => outcome.textContent()).toContain('利用申請はいりません。')
  })

  test('対象外の利用は、調べるところで終わる', async () => {
    await visit.applicant.fill('サービスの名前', '例示SNS')
    await visit.applicant.answer('この利用には', '練馬区SNS活用ガイドライン')
    await expect.poll(() => visit.applicant.outcome().textContent()).toContain('本ガイドラインの対象外です。')
    const steps = visit.page.getByRole('navigation', { name: '申請の段階' })
    expect(await steps.locator('li a').allTextContents()).toEqual(['1 手続きを調べる'])
  })

  test('申請のいらない利用は、いらないことと、残る務めが出る', async () => {
    await visit.applicant.fill('サービスの名前', 'LoGoフォーム')
    await visit.page.getByRole('button', { name: /^LoGoフォーム/ }).click()
    await visit.applicant.answer('この利用には', none)
    await visit.applicant.answer('どのネットワーク', '庁内情報系')
    await visit.applicant.answer('どの重要情報', '保有個人情報')
    await visit.applicant.answer('契約全体として', '有料')
    await expect.poll(() => visit.applicant.outcome().textContent()).toContain('利用申請はいりません。')
    expect(await visit.applicant.outcome().textContent()).toContain('外部サービス管理者が利用状況を定期的に確認します')
  })
})
