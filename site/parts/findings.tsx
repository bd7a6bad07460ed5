import type { Diagnostic } from '../../src/diagnostic.ts'
import { label } from '../../src/vocabulary.ts'
import { ruleLink } from '../links.ts'
import { Chip, type Tone } from './chip.tsx'
import { Link } from './link.tsx'
import { SectionLink } from './section-link.tsx'

const tones: Readonly<Record<Diagnostic['verdict'], Tone>> = { violation: 'bad', judgement: 'warning', advice: 'info' }

type Said = Pick<Diagnostic, 'verdict' | 'message' | 'remedy' | 'section' | 'rule'>

/** What is wrong, what to do, and where it is written. */
export const Finding = ({ verdict, message, remedy, section, rule }: Said) => (
  <>
    <Chip tone={tones[verdict]}>{label('verdict', verdict)}</Chip> {message}
    {remedy !== null && <span class="remedy">{remedy}</span>}
    <span class="sources">
      {section !== null && <SectionLink section={section} />} <Link to={ruleLink(rule)}>この指摘について</Link>
    </span>
  </>
)

/** Findings one below the other; nothing where there are none. */
export const Findings = ({ found, id }: { found: readonly Said[]; id?: string }) =>
  found.length === 0 ? null : (
    <ul class="findings" {...(id === undefined ? {} : { id })}>
      {found.map((finding, index) => (
        <li key={index} class={`finding finding-${finding.verdict}`}>
          <Finding {...finding} />
        </li>
      ))}
    </ul>
  )
