import type { ComponentChildren } from 'preact'

type Props = { label: string; kind?: string; children: ComponentChildren }

/** What is too wide for the screen scrolls in here, by keys too. A group, no landmark: pages have many tables. */
export const TableFrame = ({ label, kind = '', children }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrolled by keys
  <div class={`table-frame ${kind}`.trim()} role="group" tabIndex={0} aria-label={label}>
    {children}
  </div>
)
