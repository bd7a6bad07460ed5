import type { Verdict } from '../../../src/diagnostic.ts'
import { keysOf, type Pointer } from '../../../src/pointer.ts'
import { Finding } from '../../parts/findings.tsx'
import { Notice } from '../../parts/notice.tsx'
import { useDesk } from '../desk.ts'
import type { Found } from '../model/judged.ts'
import { questionAt } from '../model/path.ts'
import { wordPlace } from '../model/records.ts'
import { isWritten, type Section } from '../model/sections.ts'
import { isRecord } from '../model/work.ts'
import { StepLink } from '../parts/step-link.tsx'

/** What the automatic check says of the file as it would be handed in. */
export const ToMend = () => {
  const { work, judged, questions } = useDesk()
  const missing = isRecord(work)
    ? []
    : questions.filter(({ need }) => need === 'required').map(({ pointer }) => pointer)
  const of = (verdict: Verdict): Found[] => judged.found.filter((found) => found.verdict === verdict)
  const [judgements, advice] = [of('judgement'), of('advice')]
  // What is missing is asked for by its own name.
  const violations = of('violation').filter(({ place }) => missing.length === 0 || isWritten(work, place))
  const count = violations.length + missing.length
  if (judged.text === work.base?.text) return <Notice kind="info" title="まだ何も変えていません" />
  return (
    <>
      {count === 0 ? (
        <Notice kind="success" title="自動点検で、直すところは見つかりませんでした" />
      ) : (
        <Notice kind="error" title={`直すところが${count}件あります`}>
          <p>このまま出しても、直すまで許可されません。「ここを直す」から書き直してください。</p>
        </Notice>
      )}
      <List title="直すところ" found={violations} />
      {missing.length > 0 && <Missing missing={missing} />}
      <List
        title="情報政策課が判断するところ"
        lead="申請したあとに、情報政策課が理由を付けて判断します。理由や経過を書いておくと、早く進みます。"
        found={judgements}
      />
      <List title="助言" found={advice} />
    </>
  )
}

/** Page by page: forty rows without an answer are one thing to do. */
const Missing = ({ missing }: { missing: readonly Pointer[] }) => {
  const { sections } = useDesk()
  const pageOf = (pointer: Pointer): string => stepFor(pointer, sections) ?? 'ask'
  const pages = [...new Set(missing.map(pageOf))]
  return (
    <section aria-label="まだ書いていない必須の項目">
      <h3>まだ書いていない必須の項目（{missing.length}件）</h3>
      <ul>
        {pages.map((page) => {
          const here = missing.filter((pointer) => pageOf(pointer) === page)
          return (
            <li key={page}>
              <StepLink at={page} kind="plain">
                {sections.find(({ id }) => page === `write/${id}`)?.title ?? '使えるかを調べる'}
              </StepLink>
              : {here.slice(0, namedMissing).map(wordPlace).join('、')}
              {here.length > namedMissing && `、ほか${here.length - namedMissing}件`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
const namedMissing = 5

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
            <p class="finding-place">{wordPlace(finding.place)}</p>
            <Finding {...finding} /> <Mend finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  )

/** To the answer, where it can be changed; what nobody asked for can go at once. */
const Mend = ({ finding: { place, rule, verdict } }: { finding: Found }) => {
  const { work, act, sections } = useDesk()
  if (rule === '09-procedure/not-asked')
    return (
      <button type="button" onClick={() => act.answer(place, undefined)}>
        この欄を消す
      </button>
    )
  const step = isRecord(work) ? 'write' : stepFor(place, sections)
  return step === null ? null : (
    <StepLink at={step} kind="plain">
      {verdict === 'violation' ? 'ここを直す' : 'この欄を開く'}
    </StepLink>
  )
}

/** Where an answer can be changed; null for what has been recorded. */
function stepFor(place: Pointer, sections: readonly Section[]): string | null {
  if (questionAt(place) !== undefined) return 'ask'
  const section = sections.find(({ blocks }) => blocks.includes(keysOf(place)[0] ?? ''))
  return section === undefined ? null : `write/${section.id}`
}
