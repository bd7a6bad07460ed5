import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOf, pointerOf } from './pointer.ts'

test.each([
  ['', []],
  ['/', ['']],
  ['/use/networks/0', ['use', 'networks', '0']],
  ['/a~1b/~0~01', ['a/b', '~~1']],
])('%s', (pointer, keys) => {
  expect(keysOf(pointer)).toEqual(keys)
  expect(pointerOf(keys)).toBe(pointer)
})

test('どの鍵の列も、書いて読めば元に戻る', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (keys) => {
      expect(keysOf(pointerOf(keys))).toEqual(keys)
    }),
  )
})
