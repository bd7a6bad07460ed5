import { expect, test } from 'vitest'
import { sampleContext, sampleRegister } from '../testing/register.ts'
import { alarmsOf, wordAlarm } from './alarms.ts'
import { turnOf } from './turn.ts'

const rowOf = (file: string, asOf = sampleContext.asOf) =>
  sampleRegister({ ...sampleContext, asOf }).rows.find((row) => row.file === file)!

test.each([
  ['services/koho/stopped.yml', '情報政策課', '利用を止めた理由'],
  ['services/kikaku/genai.yml', '情報政策課', '可否決定'],
  ['services/kikaku/refused.yml', '企画部企画課', '許可されていない'],
  ['services/kikaku/later.yml', '情報政策課', '許可が確かめられていない'],
  ['services/shokuin/lgwan.yml', '総務部職員課', '利用できない組合せ'],
  ['services/shokuin/half.yml', '総務部職員課', '項目が足りない'],
  ['services/zeimu/broken.yml', '区民部税務課', 'ファイルが読めない'],
  ['services/zaisei/ended.yml', '企画部財政課', '残っているのは、消去証明書の受領'],
  ['services/koho/form.yml', null, 'いま、しなければならないことはありません'],
])('%s の次は %s', (file, who, what) => {
  const turn = turnOf(rowOf(file))
  expect(turn.who).toBe(who)
  expect(turn.what).toContain(what)
  expect(turn.what).toMatch(/。$/)
})

test('期限が近づけば、課の番', () => {
  const file = 'services/bunka/yoyaku.yml'
  expect(turnOf(rowOf(file, '2026-08-30')).who).toBeNull()
  expect(turnOf(rowOf(file, '2026-09-01'))).toEqual({
    who: '地域文化部文化・生涯学習課',
    what: '様式5（運用・保守）の点検を済ませ、ファイルに記録します。',
  })
})

test.each([
  ['services/koho/stopped.yml', '2026-12-01', ['利用停止']],
  ['services/kikaku/later.yml', '2026-12-01', ['許可未確認']],
  ['services/bunka/yoyaku.yml', '2026-12-01', []],
  ['services/bunka/yoyaku.yml', '2027-03-01', ['期限超過']],
])('%s は %s に目を留めるもの: %j', (file, asOf, expected) =>
  expect(alarmsOf(rowOf(file, asOf)).map(wordAlarm)).toEqual(expected))
