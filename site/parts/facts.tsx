import type { ComponentChildren } from 'preact'

/** Names and what they are: the rows without a value say so. */
export const Facts = ({ rows }: { rows: readonly (readonly [name: string, value: ComponentChildren])[] }) => (
  <dl class="facts">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value ?? <span class="none">記載なし</span>}</dd>
      </div>
    ))}
  </dl>
)
