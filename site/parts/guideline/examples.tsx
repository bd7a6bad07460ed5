import type { Examples, Failing, Passing } from '../../../src/explain/examples.ts'
import { labelOf } from '../../../src/fields.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { label } from '../../../src/vocabulary.ts'
import { TopicLink } from './topic-link.tsx'
import { VerdictChip } from './verdict.tsx'

/** Examples differ from a use about which no rule finds anything to say; what is not shown is as there. */
export const ExamplesOf = ({ examples: { passes, fails }, of }: { examples: Examples; of: string }) =>
  passes.length + fails.length === 0 ? null : (
    <details class="examples">
      <summary>
        例（よい例 {passes.length}・指摘される例 {fails.length}）<span class="hidden">: {of}</span>
      </summary>
      <p class="note">問題のない利用との違いだけを書いています。</p>
      {fails.length > 0 && (
        <>
          <h4>指摘される例</h4>
          <ul class="example-list">
            {fails.map((example) => (
              <li key={example.name}>
                <FailingExample example={example} />
              </li>
            ))}
          </ul>
        </>
      )}
      {passes.length > 0 && (
        <>
          <h4>よい例</h4>
          <ul class="example-list">
            {passes.map((example) => (
              <li key={example.name}>
                <Stated example={example} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  )

const Stated = ({ example: { name, yaml } }: { example: Passing }) => (
  <>
    <p class="example-name">{name}</p>
    {yaml !== '' && (
      <pre class="wrapped">
        <code>{yaml}</code>
      </pre>
    )}
  </>
)

const FailingExample = ({ example }: { example: Failing }) => (
  <>
    <Stated example={example} />
    <p class="answer">
      <VerdictChip verdict={example.verdict} /> {example.message ?? label('verdict', example.verdict)}{' '}
      <Where at={example.at} />
    </p>
    {example.remedy !== null && <p class="answer note">直し方: {example.remedy}</p>}
  </>
)

const Where = ({ at }: { at: Pointer }) =>
  at === '' ? null : (
    <span class="note">
      （
      <TopicLink kind="field" id={at}>
        {labelOf(at)}
      </TopicLink>
      ）
    </span>
  )
