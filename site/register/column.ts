import type { ComponentChildren } from 'preact'
import type { Facet } from './state.ts'

/** A column of the register on the page. */
export type PageColumn<Row> = {
  id: string
  heading: string
  width: 'small' | 'medium' | 'large'
  /** Whether it is there before somebody chooses. */
  isShown: boolean
  /** A facet whose choices say the order of its cells. */
  rank?: Facet
  cell(row: Row): ComponentChildren
}

/** A choice of a facet, and how many rows answer to it. */
export type Choice = { value: string; name: string; count: number }
export type FacetChoices = { facet: Facet; name: string; choices: readonly Choice[] }
