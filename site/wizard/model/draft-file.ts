import { type Kept, parsed } from './drafts.ts'
import { titleOf, type Work } from './work.ts'

const mark = '外部サービス審査の下書き'

/** A draft as a file to take along: to another computer, or to 情報政策課. */
export const draftFile = {
  nameOf: (work: Work): string =>
    `下書き-${titleOf(work)
      .replaceAll(/[\\/:*?"<>|\s]/g, '_')
      .slice(0, 40)}.json`,
  textOf: (work: Work): string =>
    `${JSON.stringify({ format: mark, token: '', after: null, saved: '', work }, null, 2)}\n`,
  /** The draft in a file; null where it is none. */
  read: (text: string): Kept | null => (text.includes(mark) ? parsed(text) : null),
}
