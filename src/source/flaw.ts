import type { Pointer } from '../pointer.ts'
import type { Span } from './lines.ts'

/** A fault of a text whose place is still counted in offsets. */
export type Flaw = Span & { rule: 'file' | 'yaml'; pointer: Pointer; message: string; remedy: string | null }

export const fileFlaw = ({ start, end }: Span, message: string, remedy: string | null): Flaw => ({
  rule: 'file',
  start,
  end,
  pointer: '',
  message,
  remedy,
})

export const yamlFlaw = ({ start, end }: Span, message: string, remedy: string | null): Flaw => ({
  rule: 'yaml',
  start,
  end,
  pointer: '',
  message,
  remedy,
})
