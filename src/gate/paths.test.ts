import { describe, expect, test } from 'vitest'
import { classify, collisions, isServicePath } from './paths.ts'

const added = (...paths: string[]) => paths.map((path) => ({ path, status: 'added', previous: null }))

describe('what a pull request touches', () => {
  test.each([
    [['services/koho/youtube.yml'], 'services', []],
    [['src/a.ts'], 'other', []],
    [['services.md', 'xservices/koho/a.yml', 'docs/services/koho/a.yml'], 'other', []],
    [[], 'nothing', []],
    [['services/koho/youtube.yml', 'README.md'], 'both', ['mixed']],
    [['services/koho/youtube.yml', '.github/workflows/ci.yml'], 'both', ['mixed']],
  ])('%j', (paths, subject, kinds) => {
    const found = classify(added(...paths))
    expect([found.subject, found.blockers.map(({ kind }) => kind)]).toEqual([subject, kinds])
  })
  test('a renamed file counts under both names', () => {
    const moved = { path: 'docs/youtube.yml', status: 'renamed', previous: 'services/koho/youtube.yml' }
    expect(classify([moved])).toMatchObject({ subject: 'both', services: ['services/koho/youtube.yml'] })
  })
  test('rules and forms are a matter of 情報政策課', () => {
    expect(classify(added('policies/03-scope/network-matrix.yml')).touchesPolicy).toBe(true)
    expect(classify(added('schemas/vocabulary.schema.json')).touchesPolicy).toBe(true)
    expect(classify(added('src/check.ts', 'docs/policies/a.md')).touchesPolicy).toBe(false)
  })
})

// Row 5 of the threat model.
describe('paths that mean something else to somebody', () => {
  test.each([
    'services/../x',
    'services/koho/../../src/a.ts',
    'services/%2e%2e/x.yml',
    'services/koho/%2e%2e%2fx.yml',
    'services\\koho\\youtube.yml',
    'services/koho\\youtube.yml',
    'Services/koho/youtube.yml',
    'SERVICES/KOHO/YOUTUBE.YML',
    'services/Koho/youtube.yml',
    'services/koho/YouTube.yml',
    'services/koho/youtube.yaml',
    'services/koho/youtube.yml/',
    'services/koho/a/b.yml',
    'services/youtube.yml',
    'services/koho/.yml',
    'services/koho/-a.yml',
    'services/koho/a--b.yml',
    'services/koho/README.md',
    'services/koho/you tube.yml',
    'services/koho/yo\u200butube.yml',
    'services/koho/ｙoutube.yml',
    'ｓervices/koho/youtube.yml',
    './services/koho/youtube.yml',
    'services//koho/youtube.yml',
    'services/koho/youtube.yml\u0000',
    'services/koho/\u202eyoutube.yml',
    'services',
    `services/koho/${'a'.repeat(200)}.yml`,
  ])('%s is refused', (path) => {
    expect(isServicePath(path)).toBe(false)
    const { services, blockers } = classify(added(path))
    expect(services).toEqual([])
    expect(blockers).toMatchObject([{ kind: 'path', file: path }])
  })
  test.each([
    'a/../services/koho/x.yml',
    'x/.git/config',
    'a\\b',
    'a%2fb',
    'a/./b',
    '../x',
    'a\u202eb',
  ])('%s is refused wherever it lies', (path) =>
    expect(classify(added(path)).blockers).toMatchObject([{ kind: 'path' }]))
})

test('a name that differs in capitals from one that is there', () => {
  expect(collisions(['services/koho/youtube.yml'], ['services/koho/YouTube.yml'])).toMatchObject([{ kind: 'path' }])
  expect(collisions(['services/koho/youtube.yml'], ['services/koho/youtube.yml'])).toEqual([])
})
