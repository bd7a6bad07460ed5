import { useState } from 'preact/hooks'
import { policies } from '../../../policies/index.ts'
import { checkService } from '../../../src/check.ts'
import type { Diagnostic } from '../../../src/diagnostic.ts'
import { parseSource } from '../../../src/source/document.ts'
import { Finding } from '../../parts/findings.tsx'
import { Notice } from '../../parts/notice.tsx'
import { workFrom } from '../model/begin.ts'
import { draftFile } from '../model/draft-file.ts'
import type { Work } from '../model/work.ts'
import { newId } from '../store.ts'

type Opened = { name: string; text: string; diagnostics: readonly Diagnostic[] }

/** A draft, or the file of an earlier application: to go on with, to copy from, or only to be checked. */
export const OpenFile = ({ begin }: { begin(work: Work): void }) => {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const open = (name: string, text: string): void => {
    const draft = draftFile.read(text)
    setProblem(null)
    if (draft !== null) begin({ ...draft.work, id: newId() })
    else setOpened({ name, text, diagnostics: checkService(parseSource(name, text), policies).diagnostics })
  }
  return (
    <section aria-labelledby="open">
      <h2 id="open">ファイルを開く・前の申請を写す</h2>
      <p>保存した下書き（.json）か、利用のファイル（.yml）を開きます。前の申請の内容を貼り付けても構いません。</p>
      <div class="part">
        <label for="open-file">ファイル</label>
        <input
          type="file"
          id="open-file"
          accept=".json,.yml,.yaml"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.[0]
            if (file === undefined) return
            readText(file).then(
              (text) => open(file.name, text),
              () => setProblem(`${file.name} を読めませんでした。UTF-8のファイルを選んでください。`),
            )
          }}
        />
      </div>
      <div class="part">
        <label for="pasted">貼り付け</label>
        <textarea
          id="pasted"
          rows={3}
          onInput={({ currentTarget: { value } }) => {
            if (value.trim() === '') setOpened(null)
            else open('貼り付けた内容', value)
          }}
        />
      </div>
      {problem !== null && <Notice kind="error" title={problem} live />}
      {opened !== null && <Checked opened={opened} begin={begin} />}
    </section>
  )
}

/** Other encodings are told, not guessed. */
const readText = async (file: File): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer())

const Checked = ({ opened: { name, text, diagnostics }, begin }: { opened: Opened; begin(work: Work): void }) => {
  const work = workFrom('', text)
  const wrong = diagnostics.filter(({ verdict }) => verdict === 'violation').length
  return (
    <>
      <Notice kind={wrong === 0 ? 'success' : 'warning'} title={`${name}: 要修正 ${wrong}件`} live>
        {work === null && <p>この内容は、そのままでは読み取れません。下の指摘のところを直してください。</p>}
      </Notice>
      {work !== null && (
        <div class="buttons">
          <button type="button" class="primary" onClick={() => begin({ ...work, id: newId() })}>
            この内容を写して、新しい申請を始める
          </button>
        </div>
      )}
      {diagnostics.length > 0 && (
        <details open={work === null}>
          <summary>この内容への指摘（{diagnostics.length}件）</summary>
          <ul class="findings">
            {diagnostics.map((diagnostic, index) => (
              <li key={index} class={`finding finding-${diagnostic.verdict}`}>
                <span class="note">
                  {diagnostic.line}行目 {diagnostic.column}文字目
                </span>{' '}
                <Finding {...diagnostic} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
