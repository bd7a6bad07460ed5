import { describe, expect, test } from 'vitest'
import { policies } from '../../policies/index.ts'
import { judgeChanges } from '../change.ts'
import { checkService } from '../check.ts'
import { parseSource } from '../source/document.ts'
import { life, lifeFile, otherEnd } from './life.ts'

const said = (before: string | null, text: string) => {
  const [base, head] = [before === null ? null : parseSource(lifeFile, before), parseSource(lifeFile, text)]
  const { changes, diagnostics } = judgeChanges([{ file: lifeFile, base, head }], policies)
  return { changes, found: [...checkService(head, policies).diagnostics, ...diagnostics] }
}

const steps = [...life.map((step, index) => ({ before: life[index - 1]?.text ?? null, step })), otherEnd]

describe.each(steps)('$step.name', ({ before, step }) => {
  test('要修正がない', () => {
    const { changes, found } = said(before, step.text)
    expect(changes).toEqual([{ file: lifeFile, transition: step.transition }])
    expect(found.filter(({ verdict }) => verdict === 'violation')).toEqual([])
    expect(found.filter(({ verdict }) => verdict === 'advice')).toEqual([])
  })

  test.each(step.mistakes)('$name', ({ text, rule, section }) => {
    const violations = said(before, text).found.filter(({ verdict }) => verdict === 'violation')
    expect(violations).toMatchObject([{ rule, section }])
  })
})
