import { guideline } from '../../../policies/guideline.ts'
import { policies } from '../../../policies/index.ts'
import { renderReview } from '../../../src/comment/comment.ts'
import { examine } from '../../../src/gate/examine.ts'
import { parseSource } from '../../../src/source/document.ts'
import type { Judged } from './judged.ts'
import type { Base } from './work.ts'

/** What the reviewers will read of the file once it is handed in, as Markdown. */
export function reviewOf({ file, text }: Pick<Judged, 'file' | 'text'>, base: Base | null): string {
  const pair = { file, base: base === null ? null : parseSource(file, base.text), head: parseSource(file, text) }
  const examination = examine(
    {
      classified: { subject: 'services', touchesPolicy: false },
      blockers: [],
      pairs: [pair],
      register: [],
      digests: { engine: '', rules: '' },
    },
    policies,
  )
  return renderReview(examination, guideline)
}
