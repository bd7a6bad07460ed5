import { visible } from './visible.ts'

/** A text of several lines in one, with nothing in it that cannot be seen. */
export const oneLine = (written: string): string => visible(written.trim().replaceAll(/\s*[\r\n]+\s*/g, ' '))
