import { expect, test } from 'vitest'
import { judge, readingOf } from '../../src/check.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import { policies } from '../index.ts'

const found = (use: Record<string, unknown>) =>
  judge(readingOf(differing(blameless, { use })), policies)
    .filter(({ id }) => id === '04-place/restrictions')
    .flatMap(({ findings }) => findings.map(({ message }) => message))

test('names all that is elsewhere in one finding', () => {
  expect(found({ places: ['outside'], lines: ['other'], devices: ['other'] })).toEqual([
    '「庁外」「庁内回線以外」「支給端末以外」で利用するのに、制限の内容が書かれていません。',
  ])
})

test('a place that nobody can read does not hide a device', () => {
  expect(found({ places: ['home'], devices: ['other'] })).toEqual([
    '「支給端末以外」で利用するのに、制限の内容が書かれていません。',
  ])
})

test('restrictions that nobody can read are not missing', () => {
  expect(found({ places: ['outside'], restrictions: 12 })).toEqual([])
})
