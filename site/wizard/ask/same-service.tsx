import { useState } from 'preact/hooks'
import { answerAt } from '../../../src/draft/completion.ts'
import { foldKana } from '../../../src/folding.ts'
import { useLink } from '../../links.ts'
import { Link } from '../../parts/link.tsx'
import { useDesk } from '../desk.ts'
import { useListed } from '../listed.ts'
import { withAnswersOf } from '../model/begin.ts'
import { textOfUse } from '../uses.ts'

const most = 5
const shared = '提供者・契約の形態・別表など'

/** Other sections that use a service of this name: what they found out need not be found out again. */
export const SameService = ({ name }: { name: string }) => {
  const { work, act, edition } = useDesk()
  const [problem, setProblem] = useState(false)
  const wanted = foldKana(name)
  const isAsked = edition === 'internal' && work.base === null && wanted !== ''
  const uses = useListed(isAsked) ?? []
  const same = isAsked ? uses.filter((use) => foldKana(use.name) === wanted).slice(0, most) : []
  if (same.length === 0) return null
  const isFresh = answerAt(work.draft, '/department/name') === undefined
  const copy = (path: string): void => {
    textOfUse(path).then(
      (text) => act.change((now) => withAnswersOf(now, text)),
      () => setProblem(true),
    )
  }
  return (
    <div class="same">
      <p>同じ名前のサービスを、次の課が台帳に載せています。</p>
      <ul>
        {same.map(({ path, department, status }) => (
          <li key={path}>
            <Link to={useLink(path)}>
              {department}（{status}）
            </Link>{' '}
            {isFresh && (
              <button type="button" onClick={() => copy(path)} aria-label={`${department}の${shared}を写す`}>
                {shared}を写す
              </button>
            )}
          </li>
        ))}
      </ul>
      {problem && <p class="problem">その利用の内容を読み込めませんでした。</p>}
    </div>
  )
}
