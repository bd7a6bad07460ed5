import { nearest } from '../../src/nearest.ts'
import { casesSource, isScope, ruleSource, scopes } from './skeleton.ts'

/** What the plan needs to know of the disk; paths begin at the root of the repository. */
export type World = { folders: readonly string[]; exists(path: string): boolean }
export type Plan = { files: Record<string, string>; message: string } | { refusal: string }

const usage = '例: npm run new-rule 09-procedure/example'
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The files of a new rule, or why there can be none. */
export function planRule(words: readonly string[], world: World): Plan {
  const [id, scope = 'application', ...rest] = words
  if (id === undefined) return refuse('規則の識別子を書いてください。')
  if (rest.length > 0) return refuse('規則は1つずつ作ってください。')
  if (!isScope(scope))
    return refuse(`「${scope}」は規則の種類ではありません。${scopes.join('、')} から選んでください。`)

  const [folder = '', name = '', ...deeper] = id.split('/')
  if (name === '' || deeper.length > 0) return refuse(`「${id}」は「節のフォルダー/名前」の形ではありません。`)
  const sections = world.folders.filter((known) => /^\d{2}-/.test(known)).sort()
  if (!sections.includes(folder)) return refuse(unknownFolder(folder, sections))
  if (!slug.test(name))
    return refuse(`「${name}」は名前にできません。半角の英小文字と数字を、ハイフンでつないでください。`)

  const [rule, cases] = [`policies/${id}.ts`, `policies/${id}.cases.yml`]
  const taken = [rule, cases].find((file) => world.exists(file))
  if (taken !== undefined)
    return { refusal: `${taken} が既にあります。別の名前にするか、そのファイルを直してください。` }
  return { files: { [rule]: ruleSource(id, scope), [cases]: casesSource() }, message: nextSteps(id) }
}

const refuse = (reason: string): Plan => ({ refusal: `${reason}\n${usage}` })

function unknownFolder(folder: string, sections: readonly string[]): string {
  const near = nearest(folder, sections)
  const hint = near === undefined ? '' : `もしかして「${near}」ですか。`
  return `「${folder}」という節のフォルダーはありません。${hint}\n節のフォルダー: ${sections.join('、')}`
}

const nextSteps = (id: string): string =>
  [
    `policies/${id}.ts と policies/${id}.cases.yml を作りました。`,
    '規則が例のとおりに指摘するまで、テストは失敗します。次の順に進めてください。',
    `  1. policies/${id}.ts に、本文の一文を書く`,
    `  2. policies/${id}.cases.yml に、触れない例と触れる例を書く`,
    `  3. policies/coverage.yml の本文の一文に ${id} を書き足す`,
    '  4. npm run generate',
    `  5. npx vitest run policies/policies.test.ts -t "${id}"`,
    '  6. npm run check',
  ].join('\n')
