import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

test.each([
  ['clod', ['cloud', 'web'], 'cloud'],
  ['cluod', ['cloud', 'web'], 'cloud'],
  ['CLOUD', ['cloud', 'web'], 'cloud'],
  ['ｃｌｏｕｄ', ['cloud', 'web'], 'cloud'],
  ['government_cloud', ['government-cloud', 'cloud'], 'government-cloud'],
  ['gouvernmentclaud', ['government-cloud', 'cloud'], 'government-cloud'],
  ['gov', ['web', 'government-cloud'], 'government-cloud'],
  ['cloudservice', ['web', 'cloud'], 'cloud'],
  ['クラウドサービス', ['Web会議', 'クラウドサービス（インターネット）'], 'クラウドサービス（インターネット）'],
  ['ﾈｯﾄﾜｰｸ', ['ネットワーク'], 'ネットワーク'],
  ['地国', ['翻訳', '地図'], '地図'],
  ['ulr', ['plan', 'url'], 'url'],
])('%s は %j のうちの %s に近い', (written, known, near) => expect(nearest(written, known)).toBe(near))

test.each([
  ['', ['cloud']],
  ['---', ['cloud', 'a']],
  ['　', ['cloud', 'a']],
  ['cloud', []],
  ['外国', ['翻訳', '地図']],
  ['xx', ['id']],
  ['x', ['a', 'b']],
  ['xyz', ['web']],
  ['a', ['application', 'b']],
  ['電子申請サービス', ['government-cloud', 'web']],
])('%s に近いものは %j にない', (written, known) => expect(nearest(written, known)).toBeUndefined())
