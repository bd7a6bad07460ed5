import type { Verdict } from '../../../src/diagnostic.ts'
import { label } from '../../../src/vocabulary.ts'
import { Chip, type Tone } from '../chip.tsx'

const tones: Record<Verdict, Tone> = { violation: 'bad', judgement: 'warning', advice: 'info' }

export const VerdictChip = ({ verdict }: { verdict: Verdict }) => (
  <Chip tone={tones[verdict]}>{label('verdict', verdict)}</Chip>
)
