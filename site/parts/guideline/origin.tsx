import type { Certainty, Status } from '../../../src/explain/knowledge.ts'
import { certaintyLabel, reconstructionMark, statusLabel } from '../../../src/explain/topic.ts'
import { Chip } from '../chip.tsx'

/** Whose words these are, with the mark that stands in the heading above. */
export const Origin = ({ status, note }: { status: Status; note: string }) => (
  <p class="note">
    {statusLabel(status)}: {note}
  </p>
)

export const Mark = ({ status }: { status: Status }) =>
  status === 'reconstruction' ? <Chip tone="warning">{reconstructionMark}</Chip> : <Chip tone="neutral">区の定め</Chip>

/** Where one row comes from; what the guideline says itself needs no mark. */
export const Sure = ({ certainty }: { certainty: Certainty }) => <span class="note">{certaintyLabel(certainty)}</span>
