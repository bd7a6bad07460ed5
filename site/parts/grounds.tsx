import { Fragment } from 'preact'
import { SectionLink } from './section-link.tsx'

/** 「根拠 3・9」: the sections of the guideline that ask for it. */
export const Grounds = ({ sections }: { sections: readonly string[] }) =>
  sections.length === 0 ? null : (
    <span class="grounds">
      根拠{' '}
      {sections.map((section, index) => (
        <Fragment key={section}>
          {index > 0 && '・'}
          <SectionLink section={section}>{section}</SectionLink>
        </Fragment>
      ))}
    </span>
  )
