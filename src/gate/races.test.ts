import { expect, test } from 'vitest'
import { baseBlockers, rivalBlockers, staleBlockers } from './races.ts'

const path = 'services/koho/a.yml'

test.each([
  ['a', 'a', 0],
  [null, null, 0],
  ['a', 'b', 1],
  [null, 'b', 1],
  ['a', null, 1],
])('%s at the merge base, %s on main: %i', (base, tip, count) => {
  const found = staleBlockers([{ path, base, tip }])
  expect(found).toHaveLength(count)
  for (const { message, remedy } of found)
    expect(`${message}${remedy}`).toContain('古い版です。ブランチを更新してください')
})

test('of two on the same file, the first to come is judged', () => {
  const open = [
    { number: 3, paths: [path] },
    { number: 9, paths: [path] },
    { number: 4, paths: [path, 'services/koho/b.yml'] },
  ]
  expect(rivalBlockers(3, [path], open)).toEqual([])
  expect(rivalBlockers(4, [path, 'services/koho/b.yml'], open)).toMatchObject([{ kind: 'rival', file: path }])
  expect(rivalBlockers(9, [path], open)[0]?.message).toContain('番号 3')
})

test('only main counts', () => {
  expect(baseBlockers('main', 'main')).toEqual([])
  expect(baseBlockers('other', 'main')).toMatchObject([{ kind: 'base' }])
})
