import type { ComponentChildren } from 'preact'

export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'info'

/** A state in a word; the colour only repeats it. */
export const Chip = ({ tone, children }: { tone: Tone; children: ComponentChildren }) => (
  <span class={`chip chip-${tone}`}>{children}</span>
)
