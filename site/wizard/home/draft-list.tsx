import { wareki } from '../../../src/wareki.ts'
import { download } from '../download.ts'
import { draftFile } from '../model/draft-file.ts'
import type { Drafts } from '../model/drafts.ts'
import { isBegun, titleOf } from '../model/work.ts'
import { hashTo } from '../place.ts'

/** The drafts on this computer, the newest first. */
export const DraftList = ({ drafts, changed }: { drafts: Drafts; changed(): void }) => {
  const begun = drafts.list().filter(({ work }) => isBegun(work))
  if (begun.length === 0) return null
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">書きかけの下書き（{begun.length}件）</h2>
      <p class="note">この端末のこのブラウザだけに残っています。共用の端末では、出したあとに消してください。</p>
      <ul class="drafts">
        {begun.map(({ work, saved, token, after }) => (
          <li key={work.id}>
            <a href={hashTo(work.id, work.at || 'ask')}>{titleOf(work)}</a>{' '}
            <span class="note">
              {token === after
                ? 'この端末に残せていません。閉じると消えます。'
                : `${wareki(saved.slice(0, 10))} ${saved.slice(11)} に保存`}
            </span>
            <span class="buttons">
              <button
                type="button"
                aria-label={`「${titleOf(work)}」をファイルに保存する`}
                onClick={() => download(draftFile.nameOf(work), draftFile.textOf(work), 'application/json')}
              >
                ファイルに保存する
              </button>
              <button
                type="button"
                aria-label={`「${titleOf(work)}」を消す`}
                onClick={() => {
                  if (!window.confirm(`下書き「${titleOf(work)}」を消します。元に戻せません。`)) return
                  drafts.forget(work.id)
                  changed()
                }}
              >
                消す
              </button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
