import { expect, test } from 'vitest'
import { answerFaults, requestFaults } from './contract.ts'
import { handlers } from './rest/handlers.ts'
import { findRoute, type Route, routes } from './routes.ts'

const route = (method: string, path: string): Route => {
  const found = findRoute(method, path)?.route
  if (found === undefined) throw new Error(`no route ${method} ${path}`)
  return found
}

test('every operation of the slice has a handler, and every handler an operation', () => {
  expect(routes.map(({ id }) => id).sort()).toEqual(Object.keys(handlers).sort())
})

test('the narrower of two routes is taken, and slashes stay in names', () => {
  const path = '/repos/example-city/shinsa'
  expect(route('GET', `${path}/rulesets/rule-suites`).id).toBe('repos/get-repo-rule-suites')
  expect(route('GET', `${path}/commits/refs/heads/a/check-runs`).id).toBe('checks/list-for-ref')
  expect(route('GET', `${path}/commits/abc/pulls`).id).toBe('repos/list-pull-requests-associated-with-commit')
  expect(findRoute('GET', `${path}/git/ref/heads%2Fa%2Fb`)?.params.ref).toBe('heads/a/b')
  expect(findRoute('DELETE', `${path}/pulls/1`)).toBeUndefined()
})

test('a wrong request or answer is told, with its place', () => {
  const create = route('POST', '/repos/o/r/check-runs')
  const given = { params: { owner: 'o', repo: 'r' }, query: {} }
  const wrong = { head_sha: 'x', name: 1, titel: 'x' }
  expect(requestFaults(create, { ...given, body: wrong })).toEqual([
    'checks/create body /name must be string',
    'checks/create does not know titel in the body',
  ])
  expect(requestFaults(create, { ...given, body: undefined })).toEqual(['checks/create needs a body'])
  const ref = route('GET', '/repos/o/r/git/ref/heads/x')
  expect(answerFaults(ref, 200, { ref: 'refs/heads/x' })).toContain(
    "git/get-ref 200  must have required property 'object'",
  )
  expect(answerFaults(ref, 302, undefined)).toEqual(['git/get-ref never answers 302'])
})
