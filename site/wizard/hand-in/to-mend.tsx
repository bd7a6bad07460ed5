import { policies } from '../../../policies/index.ts'
import { sheets } from '../../../policies/sheets.ts'
import type { Verdict } from '../../../src/diagnostic.ts'
import { titleOf } from '../../../src/draft/places.ts'
import { keysOf, type Pointer } from '../../../src/pointer.ts'
import { label } from '../../../src/vocabulary.ts'
import { Finding } from '../../parts/findings.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useDesk } from '../desk.ts'
import type { Found } from '../model/judged.ts'
import type { Section } from '../model/sections.ts'
import { StepLink } from '../parts/step-link.tsx'

/** What the automatic check says of the file as it would be handed in. */
export const ToMend = () => {
  const { judged, questions, repository: _ } = useDesk()
  const missing = questions.filter(({ need }) => need === 'required').map(({ pointer }) => pointer)
  const of = (verdict: Verdict): Found[] => judged.found.filter((found) => found.verdict === verdict)
  const [violations, judgements, advice] = [of('violation'), of('judgement'), of('advice')]
  return (
    <>
      {violations.length === 0 ? (
        <Notice kind="success" title="自動点検で、直すところは見つかりませんでした" />
      ) : (
        <Notice kind="error" title={`直すところが${violations.length}件あります`}>
          <p>このまま出しても、直すまで許可されません。「ここを直す」から書き直してください。</p>
        </Notice>
      )}
      {missing.length > 0 && <Missing missing={missing} />}
      <List title="直すところ" found={violations} />
      <List
        title="情報政策課が判断するところ"
        lead="申請したあとに、情報政策課が理由を付けて判断します。理由や経過を書いておくと、早く進みます。"
        found={judgements}
      />
      <List title="助言" found={advice} />
    </>
  )
}

const Missing = ({ missing }: { missing: readonly Pointer[] }) => (
  <details>
    <summary>まだ書いていない必須の項目（{missing.length}件）</summary>
    <ul>
      {missing.map((pointer) => (
        <li key={pointer}>
          {titleOf(pointer, sheets)} <MendLink place={pointer} />
        </li>
      ))}
    </ul>
  </details>
)

const List = ({ title, lead, found }: { title: string; lead?: string; found: readonly Found[] }) =>
  found.length === 0 ? null : (
    <section aria-label={title}>
      <h3>
        {title}（{found.length}件）
      </h3>
      {lead !== undefined && <p>{lead}</p>}
      <ul class="findings">
        {found.map((finding, index) => (
          <li key={index} class={`finding finding-${finding.verdict}`}>
            <p class="finding-place">{titleOf(finding.place, sheets) || label('verdict', finding.verdict)}</p>
            <Finding {...finding} /> <MendLink place={finding.place} />
          </li>
        ))}
      </ul>
    </section>
  )

const MendLink = ({ place }: { place: Pointer }) => {
  const { sections } = useDesk()
  return (
    <StepLink at={stepFor(place, sections)} kind="plain">
      ここを直す
    </StepLink>
  )
}

/** Where an answer can be changed. */
function stepFor(place: Pointer, sections: readonly Section[]): string {
  const section = sections.find(({ blocks }) => blocks.includes(keysOf(place)[0] ?? ''))
  return place in policies.questions || section === undefined ? 'ask' : `write/${section.id}`
}
