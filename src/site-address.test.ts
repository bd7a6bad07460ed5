import { expect, test } from 'vitest'
import { siteAddress } from './site-address.ts'

test.each([
  ['https://example.github.io/shinsa', 'https://example.github.io/shinsa/'],
  ['https://example.github.io/shinsa/', 'https://example.github.io/shinsa/'],
  ['http://intra.example:8080', 'http://intra.example:8080/'],
  [' https://example.github.io/a/b-c_d/ ', 'https://example.github.io/a/b-c_d/'],
])('%s', (written, address) => expect(siteAddress(written)).toBe(address))

test.each([[''], ['  '], ['none'], [undefined]])('nowhere: %j', (written) => expect(siteAddress(written)).toBeNull())

test.each([
  'javascript:alert(1)',
  'ftp://example.jp/',
  '//example.jp/',
  'https://',
  'https://example.jp/?q=1',
  'https://example.jp/#a',
  'https://example.jp/a)b',
  'https://example.jp/a b',
  'https://example.jp/[a](b)',
  'https://user@example.jp/',
  'https://example.jp//',
  'https://example.jp/\na',
  'https://例え.jp/',
])('no address: %j', (written) => expect(siteAddress(written)).toBeUndefined())
