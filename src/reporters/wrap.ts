import { widthOfSegment } from './frame.ts'

/** What may not begin a line in Japanese: it hangs over the edge instead. */
const closing = /^[、。，．・：；？！ー）」』】〉》〕…ゃゅょっァィゥェォャュョッ]/u
const pieces = /[\u0021-\u007e]+|\s+|./gsu

/** The text in lines of at most this many columns: words of ASCII stay whole, a Japanese letter takes two columns. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const [piece] of text.matchAll(pieces)) {
    const room = widthOfPiece(piece)
    if (line !== '' && used + widthOfPiece(piece.trimEnd()) > width && !closing.test(piece)) {
      const [head, carried] = splitOpening(line.trimEnd())
      lines.push(head)
      line = carried + piece.trimStart()
      used = widthOfPiece(carried) + (piece.trim() === '' ? 0 : room)
    } else {
      line += piece
      used += room
    }
  }
  return [...lines, line.trimEnd()]
}

/** An opening bracket goes with what it opens. */
function splitOpening(line: string): [string, string] {
  const at = line.search(/[（「『【〈《〔]$/u)
  return at > 0 ? [line.slice(0, at), line.slice(at)] : [line, '']
}

const widthOfPiece = (piece: string): number =>
  /^[\u0020-\u007e]*$/.test(piece) ? piece.length : widthOfSegment(piece)

const hanging = 2

/** The text behind its own indentation; following lines stand a little further in. */
export function wrapIndented(text: string, width: number): string[] {
  const indent = /^\s*(- )?/.exec(text)![0]
  const [first = '', ...rest] = wrap(text.slice(indent.length), Math.max(20, width - indent.length - hanging))
  return [
    indent + first,
    ...rest.map((line) => ' '.repeat(indent.endsWith('- ') ? indent.length : indent.length + hanging) + line),
  ]
}
