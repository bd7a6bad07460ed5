import { block, inline } from '../comment/escape.ts'
import { type IssueNotice, markerOf, type Notice } from './notice.ts'
import type { Written } from './record.ts'
import { witnessOf, wordWitness } from './witness.ts'

export const witnessLabel = '決定簿の控え'
export const mismatchLabel = '決定簿の不一致'

/** The issue under which the newest record is told month by month: whoever follows it gets a mail that nobody can rewrite. */
export function witnessIssue(): IssueNotice {
  const marker = markerOf('witnesses', 'all')
  return {
    marker,
    title: witnessLabel,
    labels: [witnessLabel],
    body: [
      marker,
      '決定簿のいちばん新しい記録の番号と指紋を、月に一度、下のコメントで知らせます。',
      '決定簿が書き換えられていないことを、後で確かめるためのものです。監査の担当は「Subscribe」を押し、届いたメールを残してください。残したメールは `shinsa ledger verify --witness` で照らし合わせられます。',
    ].join('\n\n'),
  }
}

/** `month`: 2026-07. */
export function witnessNotice(month: string, written: Written): Notice {
  const marker = markerOf('witness', month)
  const [year = '', number = ''] = month.split('-')
  return {
    marker,
    body: [marker, `${year}年${Number(number)}月の控え`, block(wordWitness(witnessOf(written)))].join('\n\n'),
  }
}

/** The issue about a ledger that is not, or not any more, what it should be; `digest` stands for what was found. */
export function mismatchIssue(faults: readonly string[], digest: string): IssueNotice {
  const marker = markerOf('mismatch', digest)
  return {
    marker,
    title: '決定簿が、控えや決まりと合いません',
    labels: [mismatchLabel],
    body: [
      marker,
      '決定簿を確かめたところ、次のことが分かりました。',
      block(faults.join('\n')),
      `決定簿を直そうとせずに、監査の担当へ知らせてください。手元の写しで ${inline('shinsa ledger verify')} を実行すると、どこから違うかが分かります。`,
    ].join('\n\n'),
  }
}
