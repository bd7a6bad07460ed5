import { Notice } from '../../parts/notice.tsx'
import { useDesk } from '../desk.ts'
import { download } from '../download.ts'
import { draftFile } from '../model/draft-file.ts'
import type { Saving } from '../store.ts'

/** Whether the work is kept, and the way to keep it elsewhere. */
export const Saved = ({ saving: { outcome, at, told } }: { saving: Saving }) => {
  const { work } = useDesk()
  const save = (
    <button type="button" onClick={() => download(draftFile.nameOf(work), draftFile.textOf(work), 'application/json')}>
      下書きをファイルに保存する
    </button>
  )
  if (outcome === 'impossible')
    return (
      <Notice kind="warning" title="この端末に下書きを残せません" live>
        <p>閉じると、書いた内容が消えます。閉じる前に、下書きをファイルに保存してください。</p>
        {save}
      </Notice>
    )
  return (
    <>
      {told === 'elsewhere' && (
        <Notice kind="info" title="別の画面で書き換えられた内容を表示しています" live>
          <p>この下書きは、別の画面（タブ）でも開かれています。どちらで書いても、同じ下書きに残ります。</p>
        </Notice>
      )}
      {told === 'copied' && (
        <Notice kind="warning" title="別の下書きとして残しました" live>
          <p>別の画面（タブ）で同じ下書きが書き換えられたため、この画面の内容は、写しの下書きとして残しています。</p>
        </Notice>
      )}
      <p class="saved">
        {at === null ? '書いた内容は、この端末に残ります。' : `この端末に一時保存しました（${at.slice(11)}）。`} {save}
      </p>
    </>
  )
}
