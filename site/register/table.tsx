import type { ComponentChildren } from 'preact'
import { TableFrame } from '../parts/table-frame.tsx'
import type { PageColumn } from './column.ts'
import type { Facet } from './state.ts'

type Props<Row> = {
  caption: string
  /** What a file of some of the rows is called, and the scripts that make it. */
  csv: { name: string; scripts: readonly string[] }
  columns: readonly PageColumn<Row>[]
  rows: readonly Row[]
  /** What a row answers to, for the script that narrows down. */
  valuesOf(row: Row): Partial<Record<Facet, readonly string[]>>
  /** Whether a row stands out. */
  isMarked(row: Row): boolean
}

/** The register as a table; columns that are not chosen are there, but hidden. */
export function RegisterTable<Row>({ caption, csv, columns, rows, valuesOf, isMarked }: Props<Row>) {
  return (
    <TableFrame label={caption}>
      <table class="register" data-csv={csv.name} data-csv-scripts={csv.scripts.join(' ')}>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, heading, width, isShown, rank }) => (
              <th key={id} scope="col" class={width} hidden={!isShown} data-column={id} data-rank={rank}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} class={isMarked(row) ? 'marked' : undefined} {...attributesOf(valuesOf(row))}>
              {columns.map((column) => (
                <Cell key={column.id} column={column}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

/** A row is named by what it is about. */
const Cell = ({
  column,
  children,
}: {
  column: Pick<PageColumn<never>, 'id' | 'isShown'>
  children: ComponentChildren
}) =>
  column.id === 'name' ? (
    <th scope="row" hidden={!column.isShown}>
      {children}
    </th>
  ) : (
    <td hidden={!column.isShown}>{children}</td>
  )

const attributesOf = (values: Partial<Record<Facet, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([facet, all]) => [`data-${facet}`, all.join(' ')]))
