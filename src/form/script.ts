/** How a text is set: what others wrote, and where a line ends. */
export type Script = {
  quoted(text: string, limit?: number): string
  line: string
  /** More of a list or of a block than this would drown the rest. */
  most: number
}

/** As it is, and all of it; whoever puts it on a page escapes it there. */
export const plain: Script = {
  quoted: (text) => text,
  line: '\n',
  most: Infinity,
}
