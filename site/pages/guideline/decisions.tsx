import type { ComponentChildren } from 'preact'
import {
  columns,
  type Decided,
  decisionsByExemption,
  decisionsByKind,
  decisionsByNetwork,
} from '../../../src/explain/decisions.ts'
import type { Knowledge } from '../../../src/explain/knowledge.ts'
import { guidelinePages } from '../../../src/explain/places.ts'
import { label } from '../../../src/vocabulary.ts'
import { type Page, Title } from '../../page.tsx'
import { Guideline } from '../../parts/guideline/frame.tsx'
import { useKnowledge } from '../../parts/guideline/known.ts'
import { Listed, TopicLink } from '../../parts/guideline/topic-link.tsx'
import { Table } from '../../parts/table.tsx'

const title = '判定の早見表'

/** What the engine answers to every combination: for whoever checks the rules against the text. */
export const decisionsPage = (knowledge: Knowledge): Page => ({
  path: guidelinePages.decisions,
  title,
  under: 'guideline',
  body: (
    <Guideline knowledge={knowledge} name={title}>
      <Title lead="規則と表から計算した、組合せごとの判定です。本文の定めと読み合わせるための表です。">{title}</Title>
      <ByNetwork />
      <ByKind />
      <ByExemption />
    </Guideline>
  ),
})

const important = (kinds: readonly string[]): string => {
  if (kinds.length === 0) return '重要情報なし'
  return kinds.includes('special-care') ? '要配慮個人情報あり' : '重要情報あり'
}
const informationHeadings = columns.map(({ kinds, pricing }) => ({
  name: `${important(kinds)}・${label('pricing', pricing)}`,
}))

/** 利用不可 is red and says so; the rules behind it are one link away. */
const Answer = ({ answer }: { answer: Decided }) => {
  const { outcome, form, informatizationPlan, criteria, conditions, because } = answer
  const { policies } = useKnowledge()
  const asked = [
    ...(form === null ? [] : [`様式${form}`]),
    ...(criteria ? ['別表'] : []),
    ...(informatizationPlan ? ['情報化企画'] : []),
  ]
  return (
    <div class={`cell ${outcome === 'prohibited' ? 'cell-no' : 'cell-yes'}`}>
      <p>
        {outcome === 'prohibited' ? '× ' : ''}
        {outcome === 'application' ? asked.join('＋') : label('outcome', outcome)}
      </p>
      {conditions.map((condition) => (
        <p key={condition} class="cell-condition">
          ※{' '}
          <TopicLink kind="condition" id={condition}>
            {label('condition', condition)}
          </TopicLink>
        </p>
      ))}
      {outcome === 'prohibited' && (
        <Listed
          items={because.map(({ rule }) => (
            <TopicLink key={rule} kind="rule" id={rule}>
              {policies.rules[rule]!.title}
            </TopicLink>
          ))}
        />
      )}
    </div>
  )
}

const answersOf = (answers: readonly Decided[]): ComponentChildren[] =>
  answers.map((answer, index) => <Answer key={index} answer={answer} />)

const ByNetwork = () => (
  <>
    <h2 id="network">区分・接続元・情報・料金</h2>
    <p>申請を省略できるサービスではなく、種類に特別の定めがないときの判定です。</p>
    <Table
      caption="区分・接続元・情報・料金ごとの判定"
      captionHidden
      headings={[{ name: '区分', width: 'wide' }, { name: '接続元' }, ...informationHeadings]}
      rows={decisionsByNetwork(useKnowledge().policies).map(({ class: service, network, answers }) => [
        label('serviceClass', service),
        label('network', network),
        ...answersOf(answers),
      ])}
    />
  </>
)

const ByKind = () => (
  <>
    <h2 id="category">種類に特別の定めがあるもの</h2>
    <p>クラウドサービスを個別・インターネット系から使うときの判定です。</p>
    <Table
      caption="種類ごとの判定"
      captionHidden
      headings={[{ name: '種類' }, { name: '事情', width: 'wide' }, ...informationHeadings]}
      rows={decisionsByKind(useKnowledge().policies).map((row) => [
        label('category', row.category),
        circumstance(row),
        ...answersOf(row.answers),
      ])}
    />
  </>
)

function circumstance(row: ReturnType<typeof decisionsByKind>[number]): string {
  if (row.category === 'distribution')
    return row.publishedWithConsent ? '本人の同意を得て配信する' : '本人の同意を得ていない'
  return row.arrangedByItSection ? '情報政策課が整備したもの' : '情報政策課が整備したものではない'
}

const ByExemption = () => {
  const { policies, tables } = useKnowledge()
  return (
    <>
      <h2 id="exemption">申請を省略できるサービス</h2>
      <p>
        使える接続元から使い、その行に当てはまるときの判定です。使えない接続元からは、省略できるサービスも使えません。
      </p>
      <Table
        caption="申請を省略できるサービスの判定"
        captionHidden
        headings={[{ name: 'サービス', width: 'wide' }, { name: '重要情報なし' }, { name: '重要情報あり' }]}
        rows={decisionsByExemption(policies, tables).map(({ exemption, without, within }) => [
          <TopicLink key="name" kind="exemption" id={exemption}>
            {label('exemption', exemption)}
          </TopicLink>,
          ...answersOf([without, within]),
        ])}
      />
    </>
  )
}
