import type { ComponentChildren } from 'preact'
import { policies } from '../../../policies/index.ts'
import type { Answer } from '../../../src/answer.ts'
import type { Assessment } from '../../../src/assess.ts'
import { fieldAt } from '../../../src/fields.ts'
import { wordValue } from '../../../src/reporters/assessment.ts'
import { roadAhead, stepsAhead } from '../../../src/steps-ahead.ts'
import { label } from '../../../src/vocabulary.ts'
import { blankFormLink, ruleLink } from '../../links.ts'
import { Facts } from '../../parts/facts.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { SectionLink } from '../../parts/section-link.tsx'
import { useDesk } from '../desk.ts'

type Outcome = Assessment['outcome']

const kinds = {
  application: 'info',
  exempt: 'success',
  'out-of-scope': 'success',
  prohibited: 'error',
  incomplete: 'warning',
} as const satisfies Record<Outcome, 'info' | 'success' | 'error' | 'warning'>

/** What the guideline says of the use, why, and what comes next. */
export const OutcomePanel = ({ answer }: { answer: Answer }) => {
  const { assessment } = answer
  return (
    <section class="outcome" aria-labelledby="outcome">
      <h2 id="outcome">手続きの見込み</h2>
      <Notice kind={kinds[assessment.outcome]} title={headingOf(assessment)} live>
        <Reasons answer={answer} />
      </Notice>
      {assessment.outcome === 'prohibited' && <Ways answer={answer} />}
      <Summary assessment={assessment} />
      <Road assessment={assessment} />
    </section>
  )
}

function headingOf({ outcome, application, missing = [] }: Assessment): string {
  if (outcome === 'application')
    return `利用申請が必要です（様式${application?.form}${application?.informatizationPlan ? 'と情報化企画書' : ''}）。`
  if (outcome === 'exempt') return '利用申請はいりません。'
  if (outcome === 'out-of-scope') return '本ガイドラインの対象外です。'
  if (outcome === 'prohibited') return 'この内容では利用できません。'
  return `まだ決まりません（あと${missing.length}つの事実によります）。`
}

/** The rules behind the answer, each with its sentence and the section where it stands. */
const Reasons = ({ answer: { assessment, reasons } }: { answer: Answer }) => {
  if (assessment.outcome === 'incomplete') return null
  if (reasons.length === 0)
    return (
      <p>
        対象外・利用不可・申請不要のどれにも当たりません（
        <SectionLink section="9" />
        ）。
      </p>
    )
  return (
    <ul>
      {reasons.map(({ rule, section, findings }) => (
        <li key={rule}>
          {findings.map(({ message, remedy }, index) => (
            <p key={index}>
              {message}
              {assessment.outcome === 'prohibited' && remedy}
            </p>
          ))}
          <p class="sources">
            根拠: <SectionLink section={section} />{' '}
            <Link to={ruleLink(rule)}>{policies.rules[rule]?.title ?? rule}</Link>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Single facts that would lift a prohibition, each with a button that makes it so. */
const Ways = ({ answer: { lifts } }: { answer: Answer }) => {
  const { act } = useDesk()
  if (lifts.length === 0)
    return <p>1つの事実を変えるだけで使えるようにする方法はありません。情報政策課に相談してください。</p>
  return (
    <>
      <h3>使えるようにするには</h3>
      <p>実際にそのとおりにできるなら、次のどれか1つで使えるようになります。</p>
      <ul class="ways">
        {lifts.map(({ pointer, value, outcome }) => (
          <li key={`${pointer}${JSON.stringify(value)}`}>
            「{fieldAt(pointer)?.title}」を「{wordValue(pointer, value)}」にする（
            {outcome === 'incomplete' ? 'あとの質問で決まります' : label('outcome', outcome)}）{' '}
            <button type="button" onClick={() => act.answer(pointer, value)}>
              この内容に変える
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** 出すもの, 続けること, 終わるとき: the lines of the core. The way itself is drawn below, and conditions by their labels. */
const Summary = ({ assessment }: { assessment: Assessment }) => {
  const { conditions } = assessment
  const rows = stepsAhead(assessment)
    .filter(([heading]) => heading !== '流れ' && heading !== '条件')
    .map(([heading, ...lines]): readonly [string, ComponentChildren] => [
      heading,
      lines.map((line) => <div key={line}>{line}</div>),
    ])
  const asked = conditions.map((id) => label('condition', id)).join('、')
  const all = asked === '' ? rows : [['条件', `${asked}（情報政策課が判断します）`] as const, ...rows]
  return all.length === 0 ? null : <Facts rows={all} />
}

const Road = ({ assessment }: { assessment: Assessment }) => {
  const steps = roadAhead(assessment)
  if (steps.length === 0) return null
  return (
    <>
      <h3>これからの流れ</h3>
      <ol class="road">
        {steps.map(({ what, who, section, form }) => (
          <li key={what}>
            <span class="road-what">{what}</span>
            <span class="road-who">する人: {who}</span>
            <span class="sources">
              <SectionLink section={section} />{' '}
              {form !== null && <Link to={blankFormLink(form)}>様式{form}（白紙）を見る</Link>}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
