import type { Transition } from '../../../src/generated/service.ts'
import { Notice } from '../../parts/notice.tsx'
import { SectionLink } from '../../parts/section-link.tsx'
import { useDesk } from '../desk.ts'
import { asRenewal } from '../model/begin.ts'
import { asksForm6 } from '../model/records.ts'

/** What the guideline calls the change that has been made so far, and what follows from it. */
export const Change = () => {
  const { work, judged, act, today } = useDesk()
  if (work.base === null) return null
  const isRenewal = judged.transition === 'renewal'
  const lacksApplication = judged.found.some(({ rule }) => rule === '09-procedure/renewal')
  return (
    <Notice kind="info" title={judged.transition === null ? 'まだ何も変えていません' : names[judged.transition]} live>
      {judged.transition === null && <p>変えるところを書き換えてください。変えたところだけが、申請になります。</p>}
      {isRenewal && (
        <p>
          提供者・プラン・料金・契約の形態・接続元・情報の種類が変わるため、更改の申請になります（
          <SectionLink section="9" />
          ）。
        </p>
      )}
      {asksForm6(work) && <p>重要情報を扱わなくなるため、様式6の点検も書きます。</p>}
      {isRenewal && lacksApplication && (
        <button type="button" onClick={() => act.change((now) => asRenewal(now, today))}>
          更改の申請として書く（前回の申請番号を入れる）
        </button>
      )}
    </Notice>
  )
}

const names: Readonly<Record<Transition, string>> = {
  new: 'この変更は「新規」の申請です',
  renewal: 'この変更は「更改」です',
  termination: 'この変更は「利用の終了」です',
  check: 'この変更は「点検」です',
  correction: 'この変更は「訂正」です（情報政策課が確かめます）',
  removal: 'この変更は「削除」です',
}
