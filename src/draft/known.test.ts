import { expect, test } from 'vitest'
import { departments, exemptions, knownServices } from '../../policies/tables.ts'
import { exemptionByName, findDepartments, findService } from './known.ts'

const service = (name: string) => findService(name, knownServices.services)
const exemption = (name: string) => exemptionByName(service(name)!, exemptions.rows)

test('別名、全角、かなで書いても見つかる', () => {
  for (const name of ['LoGoフォーム', 'ロゴフォーム', 'ｌｏｇｏﾌｫｰﾑ', 'LoGo フォーム'])
    expect(service(name)?.name).toBe('LoGoフォーム')
  expect(service('ロゴ')).toBeUndefined()
})

test('名前だけで省略の行が決まるのは、行がその名前を挙げるときだけ', () => {
  expect(exemption('LoGoチャット')).toBe('logo-chat')
  expect(exemption('Microsoft 365')).toBe('microsoft-365')
  expect(exemption('Google マップ')).toBe('free-map-search-translation')
  expect(exemption('Slack')).toBeUndefined()
  expect(exemption('Zoom')).toBeUndefined()
})

const rows = [...departments.departments, { slug: 'old', name: '旧総務部旧課', from: '2020-04-01', to: '2024-03-31' }]
const slugs = (written: string, day = '2026-04-01') => findDepartments(written, rows, day).map(({ slug }) => slug)

test('課は、フォルダ名、正式な名前、部名を除いた名前で見つかる', () => {
  expect(slugs('koho')).toEqual(['koho'])
  expect(slugs('区長室広聴広報課')).toEqual(['koho'])
  expect(slugs('広聴広報課')).toEqual(['koho'])
  expect(slugs('総務部 総務課')).toEqual(['soumu'])
  expect(slugs('総務課')).toEqual(['soumu'])
  expect(slugs('課')).toEqual([])
  expect(slugs('')).toEqual([])
  expect(slugs('KOHO')).toEqual([])
})

test('課は、その日にあるものだけが見つかる', () => {
  expect(slugs('old', '2024-03-31')).toEqual(['old'])
  expect(slugs('old', '2024-04-01')).toEqual([])
  expect(slugs('old', '2020-03-31')).toEqual([])
  expect(slugs('old', '2020-04-01')).toEqual(['old'])
})
