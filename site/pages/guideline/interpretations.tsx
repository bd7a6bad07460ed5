import type { Knowledge } from '../../../src/explain/knowledge.ts'
import { guidelinePages } from '../../../src/explain/places.ts'
import { type Page, Title } from '../../page.tsx'
import { Guideline } from '../../parts/guideline/frame.tsx'
import { InterpretationOf } from '../../parts/guideline/interpretation.tsx'

export const interpretationsPage = (knowledge: Knowledge): Page => ({
  path: guidelinePages.interpretations,
  title: '本文の読み方',
  under: 'guideline',
  body: (
    <Guideline knowledge={knowledge} name="本文の読み方">
      <Title lead="本文だけでは決まらない点と、採っている読みです。読みを変えるときは、ここを改めて規則と表を合わせます。">
        本文の読み方
      </Title>
      {knowledge.interpretations.map((row) => (
        <InterpretationOf key={row.number} row={row} />
      ))}
    </Guideline>
  ),
})
