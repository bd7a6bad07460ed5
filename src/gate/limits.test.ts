import { expect, test } from 'vitest'
import { entryBlockers, isBeyondImports, limitBlockers } from './limits.ts'

test.each([
  [0, 0, 0],
  [50, 50, 0],
  [51, 0, 0],
  [51, 1, 1],
  [51, 51, 1],
  [500, 0, 0],
  [501, 0, 1],
])('%i files, of which %i are no import: %i', (files, others, count) => {
  expect(limitBlockers(files, others)).toHaveLength(count)
})
test('what is wrong is said with the number that may be', () => {
  expect(limitBlockers(51, 51)[0]?.message).toContain('50件を超えて')
  expect(limitBlockers(51, 1)[0]?.remedy).toContain('application.permittedBefore')
  expect(limitBlockers(501, 501)[0]?.message).toContain('500件を超えて')
  expect([isBeyondImports(500), isBeyondImports(501)]).toEqual([false, true])
})

const entry = { path: 'services/koho/a.yml', mode: '100644', type: 'blob', sha: 'x', size: 10 }
test.each([
  [{}, []],
  [{ size: 524288 }, []],
  [{ size: 524289 }, ['size']],
  [{ size: null }, ['size']],
  [{ mode: '100755' }, ['mode']],
  [{ mode: '120000' }, ['mode']],
  [{ mode: '160000', type: 'commit', size: null }, ['mode']],
  [{ mode: '040000', type: 'tree', size: null }, ['mode']],
  [{ mode: '100664' }, ['mode']],
])('%j', (difference, kinds) => {
  expect(entryBlockers([{ ...entry, ...difference }]).map(({ kind }) => kind)).toEqual(kinds)
})
