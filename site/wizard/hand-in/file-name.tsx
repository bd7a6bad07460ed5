import { departments } from '../../../policies/tables.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { useDesk } from '../desk.ts'
import { nameFrom } from '../model/doors.ts'
import { useFileProblem } from './file-problem.ts'

/** Where the file will lie; a use that there is keeps its place. */
export const FileName = () => {
  const { work, judged, act } = useDesk()
  const problem = useFileProblem()
  if (work.base !== null)
    return (
      <p>
        変更するファイル: <code>{judged.file}</code>
      </p>
    )
  const name = answerAt(work.draft, '/service/name')
  const suggested = typeof name === 'string' ? nameFrom(name) : ''
  const change = (part: { folder?: string; name?: string }) => act.change((now) => ({ ...now, ...part }))
  return (
    <fieldset class="field">
      <legend>ファイルの置き場所と名前</legend>
      <p class="help">
        台帳の中での名前です。課のフォルダの中に、サービスの名前を英字で付けます。あとから変えられません。
      </p>
      <div class="part">
        <label for="folder">課のフォルダ</label>
        <select id="folder" value={work.folder} onChange={(event) => change({ folder: event.currentTarget.value })}>
          <option value="">選んでください</option>
          {departments.departments.map(({ slug, name: department }) => (
            <option key={slug} value={slug}>
              {department}（{slug}）
            </option>
          ))}
        </select>
      </div>
      <div class="part">
        <label for="file-name">ファイルの名前（英字）</label>
        <input
          type="text"
          id="file-name"
          value={work.name}
          placeholder={suggested}
          aria-invalid={problem !== null}
          aria-describedby="file-name-problem"
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
        {work.name === '' && suggested !== '' && (
          <button type="button" onClick={() => change({ name: suggested })}>
            「{suggested}」にする
          </button>
        )}
        <p class="problem" id="file-name-problem">
          {problem}
        </p>
      </div>
      <p>
        ファイル: <code>{judged.file}</code>
      </p>
    </fieldset>
  )
}
