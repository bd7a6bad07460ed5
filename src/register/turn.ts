import type { RegisterRow } from './row.ts'

/** Who has to do something about a use now; nobody where `who` is null. */
export type Turn = { who: string | null; what: string }

const examiners = '情報政策課'

/** Whose turn it is, and what is to be done: what stands in the way of the use comes before what falls due. */
export function turnOf(row: RegisterRow): Turn {
  const section = row.departmentName ?? row.department
  if (row.permission?.state === 'unconfirmed')
    return { who: examiners, what: '許可が確かめられていない取込みを調べ、許可するか元に戻すかを決めます。' }
  const { status } = row
  if (status === 'ended') return ended(row, section)
  const stop = stops[status]
  if (stop !== undefined) return { who: stop.examiners === true ? examiners : section, what: stop.what }
  if (row.nextDue !== null && row.nextDue.state !== 'open')
    return { who: section, what: `${row.nextDue.subject}を済ませ、ファイルに記録します。` }
  return { who: null, what: 'いま、しなければならないことはありません。' }
}

const stops: Partial<Record<RegisterRow['status'], { what: string; examiners?: true }>> = {
  unreadable: { what: 'ファイルが読めないため、書き方を直します。' },
  incomplete: { what: '利用できるかを決める項目が足りないため、書き足します。' },
  prohibited: { what: '利用できない組合せのため、利用をやめるか、使える形に変えて申請します。' },
  rejected: { what: '許可されていないため、利用しません。続けたいときは、申請し直します。' },
  suspended: { what: '利用を止めた理由がなくなったかを確かめ、止め続けるか解くかを決めます。', examiners: true },
  applied: { what: '情報化企画書の可否決定を行い、申請したファイルに記録します。', examiners: true },
}

const ended = ({ nextDue }: RegisterRow, section: string): Turn =>
  nextDue === null
    ? { who: null, what: '利用を終えています。' }
    : { who: section, what: `利用を終えています。残っているのは、${nextDue.subject}です。` }
