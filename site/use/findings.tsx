import type { Diagnostic } from '../../src/diagnostic.ts'
import { labelOf } from '../../src/fields.ts'
import { visible } from '../../src/reporters/visible.ts'
import { verdicts } from '../../src/reporters/words.ts'
import { label } from '../../src/vocabulary.ts'
import { Chip, type Tone } from '../parts/chip.tsx'
import { fileAt, GitHub } from '../parts/github.tsx'
import { Rule } from '../parts/rule.tsx'
import type { UseView } from './view.ts'

const tones: Record<Diagnostic['verdict'], Tone> = { violation: 'bad', judgement: 'warning', advice: 'info' }

/** What the rules say of the file as it is, the worst first. */
export const Findings = ({ view }: { view: UseView }) => (
  <ul class="findings">
    {verdicts
      .flatMap((verdict) => view.findings.filter((finding) => finding.verdict === verdict))
      .map((finding, index) => (
        <Finding key={index} finding={finding} view={view} />
      ))}
  </ul>
)

const Finding = ({
  finding: { verdict, message, remedy, pointer, rule, line },
  view: { site, path },
}: {
  finding: Diagnostic
  view: UseView
}) => (
  <li>
    <p>
      <Chip tone={tones[verdict]}>{label('verdict', verdict)}</Chip> {visible(message)}
    </p>
    {remedy !== null && <p>{visible(remedy)}</p>}
    <p class="note">
      {visible(labelOf(pointer))}（
      <GitHub site={site} to={fileAt(site, path, line)}>
        {line}行目
      </GitHub>
      ）　根拠 <Rule id={rule} policies={site.context.policies} />
    </p>
  </li>
)
