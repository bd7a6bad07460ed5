import { describe, expect, test } from 'vitest'
import { newWork } from './begin.ts'
import { draftFile } from './draft-file.ts'

const work = newWork('a')
const written = JSON.parse(draftFile.textOf(work))

describe('下書きのファイル', () => {
  test('書いたとおりに読める', () => expect(draftFile.read(JSON.stringify(written))?.work).toEqual(work))

  test.each([
    ['元のファイルの内容がない', { base: { file: 'services/koho/x.yml' } }],
    ['元のファイルの欄がない', { base: undefined }],
    ['知らない用事', { task: 'delete' }],
    ['打った文字が文字でない', { typed: { '/service/name': { toString: null } } }],
    ['項目の場所が文字でない', { touched: [null] }],
  ])('%s ものは、開かない', (_, wrong) =>
    expect(draftFile.read(JSON.stringify({ ...written, work: { ...work, ...wrong } }))).toBeNull())
})
