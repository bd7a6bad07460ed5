import type { ComponentChildren } from 'preact'
import { TableFrame } from './table-frame.tsx'

export type Heading = { name: ComponentChildren; width?: 'narrow' | 'wide' }
type Props = {
  caption: ComponentChildren
  /** In the caption it is only heard. */
  captionHidden?: boolean
  headings: readonly Heading[]
  /** The first cell of a row names it. */
  rows: readonly (readonly ComponentChildren[])[]
  /** Anchors of the rows, in their order. */
  ids?: readonly string[]
}

/** A table that scrolls in its own frame where the screen is narrow. */
export const Table = ({ caption, captionHidden = false, headings, rows, ids = [] }: Props) => (
  <TableFrame label={typeof caption === 'string' ? caption : '表'}>
    <table>
      <caption class={captionHidden ? 'hidden' : ''}>{caption}</caption>
      <thead>
        <tr>
          {headings.map(({ name, width }, index) => (
            <th key={index} scope="col" class={width ?? ''}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...others], index) => (
          <tr key={index} id={ids[index]}>
            <th scope="row">{first}</th>
            {others.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
)
