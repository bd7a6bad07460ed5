import { expect, test } from 'vitest'
import { sheets } from '../../policies/sheets.ts'
import { parseAnswer } from './answer.ts'

test.each<[string, string, unknown]>([
  ['/service/class', 'cloud', 'cloud'],
  ['/service/class', 'クラウドサービス', 'cloud'],
  ['/service/class', 'ｸﾗｳﾄﾞｻｰﾋﾞｽ（インターネット）', 'cloud'],
  ['/service/class', 'ガバメント', 'government-cloud'],
  ['/service/pricing', '有料', 'paid'],
  ['/use/governedBy', 'none', null],
  ['/use/governedBy', 'なし', null],
  ['/use/exemption', '', null],
  ['/use/exemption', 'LoGoフォーム', 'logo-form'],
  ['/use/networks', 'internet,lgwan', ['internet', 'lgwan']],
  ['/use/networks', '庁内情報系、住民情報系', ['lgwan', 'mynumber']],
  ['/use/networks', '[internet]', ['internet']],
  ['/information/kinds', '', []],
  ['/information/kinds', 'none', []],
  ['/information/kinds', '[]', []],
  ['/use/generativeAi', 'true', true],
  ['/use/generativeAi', 'はい', true],
  ['/use/generativeAi', 'いいえ', false],
  ['/use/generativeAi', 'no', false],
  ['/use/period/start', '令和８年４月１日', '2026-04-01'],
  ['/use/users', '１２人', 12],
  ['/contract/cost/annual', '240,000円', 240000],
  ['/service/provider/corporateNumber', '7-1234-5678-9012', '7123456789012'],
  ['/service/provider/corporateNumber', '７１２３４５６７８９０１２', '7123456789012'],
  ['/service/provider/country', 'ＪＰ', 'JP'],
  ['/service/name', ' 　名', ' 　名'],
  ['/risks/common-oversight/accepted', 'はい', true],
  ['/criteria/1/result', '満たさない', 'unmet'],
  ['/criteria/X1/value', '99.5', 99.5],
  ['/criteria/17/value', '99.5％以上', '99.5％以上'],
  ['/governmentCloud/15/parts/a', '手順書', '手順書'],
])('%s に %j と答えると %j', (pointer, written, value) => {
  expect(parseAnswer(pointer, written, sheets)).toEqual({ value })
})

test.each([
  ['/service/class', 'LGWAN-ASP', /^「LGWAN-ASP」という選択肢はありません。.*lgwan-asp-closed（/],
  ['/service/pricing', 'payed', /もしかして paid（有料） ですか。/],
  ['/service/pricing', '', /選択肢はありません/],
  ['/use/networks', '', /1つ以上/],
  ['/use/networks', 'internet,internet', /同じです/],
  ['/use/networks', 'internet,wan', /「wan」という選択肢はありません/],
  ['/use/generativeAi', '多分', /true（はい）、false（いいえ）/],
  ['/use/period/start', '平成32年4月1日', /令和2年4月1日（2020-04-01）/],
  ['/use/period/start', 'きょう', /^「きょう」は日付として読めません。/],
  ['/use/users', '千人', /整数/],
  ['/use/users', '-1', /整数|0以上/],
  ['/service/provider/corporateNumber', '123', /13桁/],
  ['/service/name', '', /空です/],
  ['/service/name', '　', /空白だけ/],
  ['/risks/common-oversight/note', '', /空です/],
])('%s に %j とは答えられない', (pointer, written, problem) => {
  expect(parseAnswer(pointer, written, sheets)).toEqual({ problem: expect.stringMatching(problem) })
})

test('記入欄でない場所には答えられない', () => expect(() => parseAnswer('/x', 'a', sheets)).toThrow('/x is no field'))
