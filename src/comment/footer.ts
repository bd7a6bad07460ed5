import type { CommentInput } from '../gate/types.ts'
import { inline } from './escape.ts'
import { shortCommit } from './links.ts'
import { type Part, paragraph } from './parts.ts'
import { wordDay } from './values.ts'

/** What was judged, against what, by which rules; the newest record of the ledger is told here to everybody who watches. */
export function footer({ pullRequest, examination, today, ledgerTip }: CommentInput): Part {
  const { head, base } = pullRequest
  const facts = [
    `点検 ${wordDay(today)}`,
    `版 ${shortCommit(head)}`,
    `元の版 ${shortCommit(base)}`,
    ...(examination === null
      ? []
      : [`仕組み ${shortCommit(examination.digests.engine)}`, `規則 ${shortCommit(examination.digests.rules)}`]),
    ...(ledgerTip === null ? [] : [`決定簿の先頭 ${inline(ledgerTip)}`]),
  ]
  const words = `自動点検の結果です。${examination?.subject === 'other' ? '' : '許可するかどうかは、情報政策課が判断します。'}`
  return paragraph('版の記録', 1, `---\n\n<sub>${words}<br>${facts.join('／')}</sub>`)
}
