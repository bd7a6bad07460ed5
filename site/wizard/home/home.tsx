import { useState } from 'preact/hooks'
import { Notice } from '../../parts/notice.tsx'
import type { Setting } from '../app.tsx'
import { newWork } from '../model/begin.ts'
import type { Drafts } from '../model/drafts.ts'
import type { Work } from '../model/work.ts'
import { Heading } from '../parts/heading.tsx'
import { newId } from '../store.ts'
import { DraftList } from './draft-list.tsx'
import { OpenFile } from './open-file.tsx'
import { Registered } from './registered.tsx'

type Props = {
  drafts: Drafts
  begin(work: Work): void
  setting: Setting
  /** The address names a draft that is not here. */
  isLost: boolean
}

/** Where somebody begins: something new, a draft, a use that there is, or a file. */
export const Home = ({ drafts, begin, setting, isLost }: Props) => {
  const [, redraw] = useState(0)
  return (
    <>
      <Heading lead="外部サービスを使えるかを調べ、申請の書類を作ります。登録や利用の申込みは要りません。">
        申請する
      </Heading>
      {isLost && (
        <Notice kind="warning" title="この端末に、その下書きはありません">
          <p>ほかの端末やほかのブラウザで書いた下書きは、ファイルに保存したものを開いて続けられます。</p>
        </Notice>
      )}
      <section aria-labelledby="begin">
        <h2 id="begin">新しく使う</h2>
        <p>いくつかの質問に答えると、使えるか、何を出せばよいかが分かります。そのまま申請を書けます。</p>
        <div class="buttons">
          <button type="button" class="primary" onClick={() => begin(newWork(newId()))}>
            使えるかを調べて申請する
          </button>
        </div>
      </section>
      <DraftList drafts={drafts} changed={() => redraw((count) => count + 1)} />
      {setting.edition === 'internal' && <Registered />}
      <OpenFile begin={begin} />
    </>
  )
}
