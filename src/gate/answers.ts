import type { AnswerVerdict, Command } from './types.ts'

/** What a review says to the gate; `unreadable`: lines meant as an answer that are none, as they were written. */
export type Commands = { commands: Command[]; unreadable: string[] }

const verdicts: Readonly<Record<string, AnswerVerdict>> = {
  可: 'accept',
  条件付: 'conditional',
  条件付き: 'conditional',
  不可: 'refuse',
}
const shortestReason = 10

/** Reads the answers in the text of a review. Code, quotes and what the page hides are no answers. */
export function readAnswers(body: string): Commands {
  const found: { line: string; reason: string[] }[] = []
  let open: string[] | null = null
  for (const line of spokenLines(withoutHidden(body))) {
    if (line !== null && isCommand(line)) {
      open = []
      found.push({ line, reason: open })
    } else if (line === null || line.trim() === '') open = null
    else open?.push(line)
  }
  const read = found.map(({ line, reason }) => commandOf(line, reason) ?? line)
  const commands = read.filter((one) => typeof one !== 'string')
  const unreadable = read.filter((one) => typeof one === 'string').map((line) => line.trim())
  const contradictory = commands.filter(({ key, verdict }) =>
    commands.some((other) => other.key === key && other.verdict !== verdict),
  )
  return {
    commands: commands.filter((command) => !contradictory.includes(command)),
    unreadable: [...unreadable, ...contradictory.map(({ key, reason }) => `/判断 ${key} ${reason}`)],
  }
}

/** Whether a line is meant as an answer, even one that cannot be read. */
const isCommand = (line: string): boolean =>
  line
    .normalize('NFKC')
    .replace(/^[\s\p{Cf}]+/u, '')
    .startsWith('/判断')

function commandOf(line: string, reason: readonly string[]): Command | null {
  const [, command, key, verdict, rest] =
    /^\s*(\S+)\s+(\S+)\s+(\S+)(?:\s+(.*))?$/u.exec(line)?.map((part) => part ?? '') ?? []
  if (command?.normalize('NFKC') !== '/判断') return null
  const answer = {
    key: (key ?? '').normalize('NFKC').toLowerCase(),
    verdict: verdicts[(verdict ?? '').normalize('NFKC')],
    reason: [rest ?? '', ...reason]
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n'),
  }
  if (!/^[0-9a-f]{8,64}$/.test(answer.key) || answer.verdict === undefined) return null
  return lengthOf(answer.reason) < shortestReason ? null : { ...answer, verdict: answer.verdict }
}

/** Letters that somebody can read. */
const lengthOf = (reason: string): number => [...reason.replace(/[\s\p{Cf}\p{Cc}]/gu, '')].length

/** The lines of a text; null for one that is code, a quote or hidden. */
function* spokenLines(body: string): Iterable<string | null> {
  let fence: string | null = null
  for (const line of body.split(/\r\n|\r|\n/)) {
    const [, marks] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    if (fence !== null) {
      if (marks?.startsWith(fence) && line.trim() === marks) fence = null
      yield null
    } else if (marks !== undefined && !(marks.startsWith('`') && line.trim().slice(marks.length).includes('`'))) {
      fence = marks
      yield null
    } else yield /^ {0,3}>/.test(line) || (/^( {4}|\t)/.test(line) && isCommand(line)) ? null : line
  }
}

/** HTML comments do not show on the page: what stands in one becomes a quote. One that begins a line and never ends hides the rest. */
const withoutHidden = (body: string): string =>
  body.replace(/<!--[\s\S]*?-->|^ {0,3}<!--[\s\S]*$/gm, (hidden) =>
    /[\r\n]/.test(hidden) ? hidden.replace(/[^\r\n]+/g, '>') : '',
  )
