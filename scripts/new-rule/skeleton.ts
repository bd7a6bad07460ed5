const makers = { application: 'applicationRule', service: 'serviceRule', facts: 'factRule' }
export type Scope = keyof typeof makers
export const scopes = Object.keys(makers) as Scope[]
export const isScope = (word: string): word is Scope => Object.hasOwn(makers, word)

/** A rule that compiles and finds nothing: its failing case fails until a sentence of the guideline is written. */
export function ruleSource(id: string, scope: Scope): string {
  const maker = makers[scope]
  return `import { ${maker}, violation } from '../../src/rule.ts'

export default ${maker}({
  title: '規則の題名',
  section: '${sectionOf(id)}',
  why: 'この定めが何を守るためにあるのかを、一文で書きます。',
  *check({ service }) {
    // Write the sentence of the guideline here: as long as the list is empty, the rule finds nothing.
    const refused: readonly string[] = []
    if (!refused.includes(service.category)) return
    yield violation('/service/category', '何がいけないのかを、一文で書きます。', 'どう直すのかを、一文で書きます。')
  },
})
`
}

export const casesSource =
  (): string => `# 問題のない利用（src/testing/blameless.ts）との違いを書きます。null は項目を取り除きます。
passes:
  触れない例の名前: {}
fails:
  触れる例の名前: { given: { service: { category: map } }, at: /service/category, verdict: violation }
`

/** The folder carries the number of its section. */
const sectionOf = (id: string): string => String(Number.parseInt(id, 10))
