import { useState } from 'preact/hooks'
import { foldKana } from '../../../src/folding.ts'
import { taskLink } from '../../links.ts'
import { useListed } from '../listed.ts'
import { tasks } from '../model/work.ts'

const shown = 20

/** The uses of the register: what somebody does with one that there is. */
export const Registered = () => {
  const [isOpen, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const uses = useListed(isOpen)
  const found = (uses ?? []).filter((use) => foldKana(`${use.name} ${use.department}`).includes(foldKana(wanted)))
  return (
    <section aria-labelledby="registered">
      <h2 id="registered">今の利用を変える・記録する</h2>
      <p>更改、点検（様式4〜7）、利用状況の確認（台帳調査）、利用の終了を、今の内容から始めます。</p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>台帳の利用から選ぶ</summary>
        <div class="part">
          <label for="wanted">サービスや課の名前</label>
          <input type="text" id="wanted" value={wanted} onInput={(event) => setWanted(event.currentTarget.value)} />
          <span role="status">{uses === null ? '読み込んでいます。' : `${found.length}件`}</span>
        </div>
        <ul class="registered">
          {found.slice(0, shown).map(({ path, name, department, status, tasks: possible }) => (
            <li key={path}>
              <strong>{name}</strong>（{department}・{status}）
              <span class="buttons">
                {possible.map((task) => (
                  <a
                    key={task}
                    href={taskLink(path, task).replace(/^[^#]*/, '')}
                    aria-label={`${name}の${tasks[task]}`}
                  >
                    {tasks[task]}
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ul>
        {found.length > shown && <p class="note">ほか{found.length - shown}件。名前で絞ってください。</p>}
      </details>
    </section>
  )
}
