import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** A file as staff have it open: only its first line names the schema. */
const file = new URL('../services/editor/example.yml', import.meta.url).href
const text = `# yaml-language-server: $schema=../../schemas/service.schema.json
service:
  name: 例示サービス
  provider:
    name: 株式会社例示
  category: online-survey
  class: 
  pricing: paid
department:
  name: 総務部 総務課
  manager: 総務課長
use:
  purpose: 区民の意見を集める。
  scope: 意見募集の受付と集計。
  networks: [intranet]
information:
  kinds: []
  description: 意見の本文
application:
  type: new
  date: R8.6.1
`
const root = new URL('../', import.meta.url)
/** Milliseconds; a server that is slower than that is of no use to an editor either. */
const patience = 9000

type Message = { id?: number; method?: string; params?: unknown; result?: unknown; error?: { message: string } }
type Configured = { items: { section: string }[] }
type Diagnostic = { range: { start: { line: number } }; message: string }
type Published = { uri: string; diagnostics: Diagnostic[] }

/** One section of the settings of this repository, as an editor hands it over: `"yaml.schemaStore.enable"` nested. */
function configured(section: string): unknown {
  const settings: Record<string, unknown> = JSON.parse(readFileSync(new URL('.vscode/settings.json', root), 'utf8'))
  const own = Object.entries(settings).filter(([name]) => name.startsWith(`${section}.`))
  return Object.fromEntries(
    own.map(([name, value]) => {
      const [first = '', ...rest] = name.slice(section.length + 1).split('.')
      return [first, rest.reduceRight((inner, key) => ({ [key]: inner }), value)]
    }),
  )
}

/** As much of the Language Server Protocol as an editor needs to open one file. */
function connect(server: ChildProcessWithoutNullStreams) {
  const waiting = new Map<number, (message: Message) => void>()
  const listeners = new Set<(message: Message) => void>()
  let unread = Buffer.alloc(0)
  let last = 0

  // A server that has gone is told by the request that nobody answers.
  server.stdin.on('error', () => {})
  server.stderr.resume()
  server.stdout.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk])
    for (let message = take(); message !== undefined; message = take()) receive(message)
  })

  function take(): Message | undefined {
    const end = unread.indexOf('\r\n\r\n')
    if (end < 0) return undefined
    const length = Number(/Content-Length: (\d+)/i.exec(unread.toString('ascii', 0, end))![1])
    const body = unread.subarray(end + 4, end + 4 + length)
    if (body.length < length) return undefined
    unread = unread.subarray(end + 4 + length)
    return JSON.parse(body.toString('utf8'))
  }

  function receive(message: Message): void {
    if (message.method === undefined) waiting.get(message.id!)?.(message)
    else if (message.id !== undefined) send({ id: message.id, result: answer(message) })
    for (const listener of listeners) listener(message)
  }
  const answer = ({ method, params }: Message): unknown =>
    method === 'workspace/configuration' ? (params as Configured).items.map(({ section }) => configured(section)) : null

  function send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }

  function request(method: string, params: object): Promise<unknown> {
    last += 1
    const id = last
    send({ id, method, params })
    return within(method, (resolve, reject) =>
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result))),
    )
  }

  /** The diagnostics of the file, as soon as there are some that fit. */
  const published = (fits: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> =>
    within('textDocument/publishDiagnostics', (resolve) =>
      listeners.add(({ method, params }) => {
        if (method !== 'textDocument/publishDiagnostics') return
        const { uri, diagnostics } = params as Published
        if (uri === file && fits(diagnostics)) resolve(diagnostics)
      }),
    )

  return { request, published, notify: (method: string, params: object) => send({ method, params }) }
}

function within<Value>(
  what: string,
  start: (resolve: (value: Value) => void, reject: (error: Error) => void) => void,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what}: no answer in ${patience} ms`)), patience)
    const settle =
      <Result>(pass: (result: Result) => void) =>
      (result: Result) => {
        clearTimeout(timer)
        pass(result)
      }
    start(settle(resolve), settle(reject))
  })
}

/** Where a word of the file begins, or where it ends. */
function positionOf(word: string, edge: 'start' | 'end' = 'start') {
  const lines = text.split('\n')
  const line = lines.findIndex((candidate) => candidate.includes(word))
  const character = lines[line]!.indexOf(word) + (edge === 'end' ? word.length : 1)
  return { textDocument: { uri: file }, position: { line, character } }
}

describe('エディターの支援', () => {
  let server: ChildProcessWithoutNullStreams
  let editor: ReturnType<typeof connect>
  let diagnostics: Diagnostic[]

  beforeAll(async () => {
    const bin = fileURLToPath(new URL('node_modules/yaml-language-server/bin/yaml-language-server', root))
    server = spawn(process.execPath, [bin, '--stdio'])
    editor = connect(server)
    await editor.request('initialize', {
      processId: process.pid,
      locale: 'ja',
      rootUri: root.href,
      workspaceFolders: [{ uri: root.href, name: 'shinsa' }],
      capabilities: { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ['markdown'] } } },
    })
    editor.notify('initialized', {})
    const first = editor.published((found) => found.length > 0)
    editor.notify('textDocument/didOpen', { textDocument: { uri: file, languageId: 'yaml', version: 1, text } })
    diagnostics = await first
  }, patience + 1000)

  afterAll(() => {
    server.kill('SIGKILL')
  })

  const hover = async (word: string): Promise<string> => {
    const shown = (await editor.request('textDocument/hover', positionOf(word))) as { contents: { value: string } }
    return shown.contents.value
  }
  const messagesAt = (word: string): string[] => {
    const { line } = positionOf(word).position
    return diagnostics.filter(({ range }) => range.start.line === line).map(({ message }) => message)
  }

  test('「class: 」の後ろで、識別子と日本語の説明を選べる', async () => {
    const { items } = (await editor.request('textDocument/completion', positionOf('class: ', 'end'))) as {
      items: { label: string; documentation?: string | { value: string } }[]
    }
    const said = Object.fromEntries(items.map(({ label, documentation }) => [label, JSON.stringify(documentation)]))
    expect(said).toMatchObject({
      'government-cloud': expect.stringContaining('ガバメントクラウド'),
      cloud: expect.stringContaining('クラウドサービス（インターネット）'),
      web: expect.stringContaining('クラウドサービス以外のWebサービス'),
    })
  })

  test('項目に、日本語の題名と説明と、選べる値の一覧が出る', async () => {
    const shown = await hover('pricing')
    expect(shown).toMatch(/^#### 有料・無料\n\n契約全体/)
    expect(shown).toContain('許可された値:')
    expect(shown).toContain('* `free`: 無料')
    expect(shown).toContain('* `paid`: 有料')
  })

  test('文章の項目に、その項目の題名と説明が出る', async () => {
    expect(await hover('manager')).toMatch(/^#### 外部サービス管理者（課長等）\n\n管理者の職名を書きます。/)
  })

  test('公開する項目に、その項目の題名と説明が出る', async () => {
    expect(await hover('purpose')).toMatch(/^#### 利用の目的\n\n何のために利用するのか/)
  })

  test('知らない識別子を指摘する', () => expect(messagesAt('intranet').join()).toContain('internet'))

  test('日付の書き方を指摘する', () => expect(messagesAt('R8.6.1')).not.toEqual([]))

  test('正しい行は指摘しない', () => expect(messagesAt('online-survey')).toEqual([]))
})
