import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedBy } from './events.ts'

const examples: { name: string; examples: object[] }[] = createRequire(import.meta.url)('@octokit/webhooks-examples')
const comment = (body: string) => ({ issue: { number: 7, pull_request: {} }, comment: { body } })

test('a pull request asks for itself, at the head that it had', () => {
  const payload = { pull_request: { number: 7, head: { sha: 'abc' } } }
  expect(askedBy('pull_request_target', payload)).toEqual({ number: 7, head: 'abc' })
  expect(askedBy('pull_request', payload)).toBeNull()
})
test('a dispatch names a number, which arrives as text', () => {
  expect(askedBy('workflow_dispatch', { inputs: { pr: '7' } })).toEqual({ number: 7, head: null })
  for (const pr of ['', '0', '-1', '1.5', 'x', '7; rm', null, undefined, 1e300])
    expect(askedBy('workflow_dispatch', { inputs: { pr } })).toBeNull()
})
test('a comment asks only by the words', () => {
  expect(askedBy('issue_comment', comment('/再審査'))).toEqual({ number: 7, head: null })
  // In Japanese no space stands between words.
  for (const body of ['/再審査 お願いします', '/再審査してください', '／再審査', '/再審査\r\nお願いします'])
    expect(askedBy('issue_comment', comment(body))).toEqual({ number: 7, head: null })
  for (const body of ['再審査', '> /再審査', '', ' /再審査x', '/判断'])
    expect(askedBy('issue_comment', comment(body))).toBeNull()
  expect(askedBy('issue_comment', { issue: { number: 7 }, comment: { body: '/再審査' } })).toBeNull()
})
test('every payload that GitHub shows is handled or ignored', () => {
  const asked = examples.flatMap(({ name, examples: payloads }) =>
    payloads.map(
      (payload) => [name, askedBy(name === 'pull_request' ? 'pull_request_target' : name, payload)] as const,
    ),
  )
  expect(asked.length).toBeGreaterThan(100)
  for (const [name, found] of asked)
    if (name === 'pull_request') expect(found?.number).toBeGreaterThan(0)
    else expect(found, name).toBeNull()
})
test('no payload throws', () => {
  const event = fc.constantFrom('pull_request_target', 'workflow_dispatch', 'issue_comment', 'push')
  const value = fc.anything()
  const payload = fc.oneof(
    value,
    fc.record({ pull_request: value, inputs: value, issue: value, comment: value }, { requiredKeys: [] }),
  )
  fc.assert(fc.property(event, payload, (name, given) => void askedBy(name, given)))
})
