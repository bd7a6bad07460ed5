import { labelOf } from '../../src/fields.ts'
import { findingInFormWords } from '../../src/form-words.ts'
import { visible } from '../../src/reporters/visible.ts'
import { verdicts } from '../../src/reporters/words.ts'
import { Finding } from '../parts/findings.tsx'
import { fileAt, GitHub } from '../parts/github.tsx'
import type { UseView } from './view.ts'

/** What the rules say of the file as it is, the worst first, and where. */
export const Findings = ({ view: { findings, site, path } }: { view: UseView }) => (
  <ul class="findings">
    {verdicts
      .flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict))
      .map(findingInFormWords)
      .map(({ line, pointer, message, ...finding }, index) => (
        <li key={index} class={`finding finding-${finding.verdict}`}>
          <Finding {...finding} message={visible(message)} />
          <p class="note">
            {visible(labelOf(pointer))}（
            <GitHub site={site} to={fileAt(site, path, line)}>
              {line}行目
            </GitHub>
            ）
          </p>
        </li>
      ))}
  </ul>
)
