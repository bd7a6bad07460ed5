import { expect, test } from 'vitest'
import { judge, readingOf } from '../../src/check.ts'
import { blameless, differing } from '../../src/testing/blameless.ts'
import { policies } from '../index.ts'

const found = (service: Record<string, unknown>) =>
  judge(readingOf(differing(blameless, { service })), policies)
    .filter(({ id }) => id === '02-terms/contradiction')
    .flatMap(({ findings }) => findings.map(({ message, remedy }) => `${message}${remedy}`))

test('names what contradicts each other, and why', () => {
  expect(found({ category: 'lgwan-asp' })).toEqual([
    'LGWAN-ASPは、LGWANを介して提供されるサービスですので、種類「LGWAN-ASP」と区分「クラウドサービス（インターネット）」は両立しません。' +
      'service.categoryとservice.classを、サービスの実際に合わせて直してください。',
  ])
})

test('names the price where it matters', () => {
  expect(found({ category: 'web-mail', class: 'lgwan-asp-closed', model: null, pricing: 'free' })).toEqual([
    '無料のWebメールは、LGWANを介しては提供されませんので、種類「Webメール」と区分「LGWAN-ASP（インターネット接続なし）」と料金「無料」は両立しません。' +
      'service.categoryとservice.classとservice.pricingを、サービスの実際に合わせて直してください。',
  ])
})

test('names the model, and no class where every class contradicts it', () => {
  expect(found({ category: 'cloud-software', model: 'paas' })).toEqual([
    'クラウドのソフトウェアの提供形態は、SaaSですので、種類「クラウドのソフトウェア」と提供形態「PaaS（OS・データベース等まで）」は両立しません。' +
      'service.categoryとservice.modelを、サービスの実際に合わせて直してください。',
  ])
})

test('two contradictions are two findings', () => {
  expect(found({ category: 'cloud-infrastructure', class: 'web', model: 'saas' })).toHaveLength(2)
})

test('a model that nobody can read does not hide a class that contradicts the category', () => {
  expect(found({ category: 'cloud-software', class: 'web', model: 'SaaS' })).toHaveLength(1)
})
