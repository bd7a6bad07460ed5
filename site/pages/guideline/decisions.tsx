import type { Knowledge } from '../../../src/explain/knowledge.ts'
import { guidelinePages } from '../../../src/explain/places.ts'
import { type Page, Title } from '../../page.tsx'
import { ByExemption, ByKind, ByNetwork } from '../../parts/guideline/decision-tables.tsx'
import { Guideline } from '../../parts/guideline/frame.tsx'

const title = '判定の早見表'

/** What the engine answers to every combination: for whoever checks the rules against the text. */
export const decisionsPage = (knowledge: Knowledge): Page => ({
  path: guidelinePages.decisions,
  title,
  under: 'guideline',
  body: (
    <Guideline knowledge={knowledge} name={title}>
      <Title lead="規則と表から計算した、組合せごとの判定です。本文の定めと読み合わせるための表で、手で書いたところはありません。">
        {title}
      </Title>
      <ByNetwork />
      <ByKind />
      <ByExemption />
    </Guideline>
  ),
})
