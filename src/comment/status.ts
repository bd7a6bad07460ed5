import type { CommentInput, Examination } from '../gate/types.ts'
import { inline } from './escape.ts'

/** What state it is in, whose turn it is, and what comes next. */
export type Status = { title: string; state: string; turn: string; next: string }

const examiners = '情報政策課'

/** Whether it is the turn of those who examine. */
export const isWaiting = ({ state }: Status): boolean => state === waitingState || state === waitingForOthersState
const waitingState = '審査待ち'
const waitingForOthersState = '承認待ち'

export function statusOf({ examination, approval, pullRequest, fault }: CommentInput): Status {
  if (fault !== null || examination === null) return faulty
  if (examination.subject === 'nothing') return unchanged
  const applicant = applicantOf(examination)
  const faults = faultsIn(examination)
  if (faults > 0) return toMend(faults, applicant)
  if (approval?.state === 'refused') return refused(applicant)
  if (pullRequest.draft) return draft(applicant)
  if (approval?.state === 'approved') return approved
  return waiting(examination, approval?.answers.map(({ key }) => key) ?? [])
}

export const violationsIn = ({ diagnostics }: Examination) =>
  diagnostics.filter(({ verdict }) => verdict === 'violation')
const faultsIn = (examination: Examination): number => examination.blockers.length + violationsIn(examination).length

function applicantOf({ subject, files }: Examination): string {
  if (subject === 'other') return '変更を出した人'
  const names = new Set(files.flatMap(({ before, after }) => (after ?? before)?.department.name ?? []))
  const [name] = names
  return names.size === 1 && name !== undefined ? `申請した課 ${inline([...name].slice(0, 60).join(''))}` : '申請した課'
}

const faulty: Status = {
  title: '点検できませんでした',
  state: '点検が終わっていません',
  turn: 'この仕組みの管理者',
  next: '申請した方が直すところはありません。点検が終わるまで、取り込みは止まったままです。',
}

const unchanged: Status = {
  title: '変わったところがありません',
  state: '変更待ち',
  turn: '変更を出した人',
  next: 'ファイルが一つも変わっていません。変更を加えるか、このプルリクエストを取り下げて（Close）ください。',
}

const toMend = (count: number, turn: string): Status => ({
  title: `直すところが${count}件あります`,
  state: '修正待ち',
  turn,
  next: '直して保存すると、自動でもう一度点検し、この欄を書き換えます。',
})

const refused = (turn: string): Status => ({
  title: '審査で差し戻されました',
  state: '差戻し',
  turn,
  next: '下の「審査の状況」の理由を確かめ、直して保存してください。取りやめるときは取り下げ（Close）ます。',
})

const draft = (turn: string): Status => ({
  title: '下書きに直すところはありません',
  state: '下書き（まだ申請されていません）',
  turn,
  next: '申請するときは「Ready for review」を押してください。押すまで審査は始まりません。',
})

const approved: Status = {
  title: '審査が終わりました',
  state: '承認済み（取り込み待ち）',
  turn: examiners,
  next: '取り込む（Merge）と許可となり、台帳に載ります。この後に中身を変えると、承認は失効します。',
}

function waiting({ subject, judgements, touchesPolicy }: Examination, answered: readonly string[]): Status {
  if (subject === 'other') return waitingForOthers(touchesPolicy)
  const open = judgements.filter(({ key }) => !answered.includes(key)).length
  return {
    title: `直すところはありません${open > 0 ? `（審査で判断するところ ${open}件）` : ''}`,
    state: waitingState,
    turn: examiners,
    next: '申請した方は、審査の結果をお待ちください。待つ間に中身を変えると、審査は初めからになります。',
  }
}

const waitingForOthers = (touchesPolicy: boolean): Status => ({
  title: '仕組みの変更です',
  state: waitingForOthersState,
  turn: touchesPolicy ? `仕組みの管理者と${examiners}` : '仕組みの管理者',
  next: touchesPolicy
    ? `規則・基準・様式の変更を含むため、承認する2人のうち1人は${examiners}です。`
    : '申請のファイルは変わっていません。仕組みの管理者2人が承認します。',
})
