import { block, excerpt, inline, sentence } from '../comment/escape.ts'
import { label } from '../vocabulary.ts'
import { wareki } from '../wareki.ts'
import { isOpen } from './cures.ts'
import { transitionOf } from './permission.ts'
import type { LedgerRecord, RecordedApproval, Written } from './record.ts'
import { witnessOf, wordWitness } from './witness.ts'

/** A text that is posted once: the marker says for what. */
export type Notice = { marker: string; body: string }
export type IssueNotice = Notice & { title: string; labels: string[] }

export const irregularLabel = '許可未確認'
export const rejectedLabel = '却下'
export const editedLabel = '承認の改変'

export const markerOf = (what: string, id: string): string => `<!-- shinsa:${what} ${id} -->`
const day = ({ recordedAt }: LedgerRecord): string => wareki(recordedAt.slice(0, 10))
const many = 50
/** GitHub takes 65,536 characters: what cannot be posted would hold up all that comes after. */
const longestPath = 200
const longestReasons = 20_000

/** What the section has to do next, and until when. */
export type Duty = { file: string; due: string; subject: string }

/** What the pull request is told once its record is written; null where nothing is. */
export function decisionNotice(written: Written, duties: readonly Duty[] = []): Notice | null {
  const { record } = written
  const headline = headlines[record.kind]
  if (record.pr === null || headline === undefined) return null
  const marker = markerOf('ledger', record.id)
  const conditions = record.judgements.filter(({ answer }) => answer === 'conditional')
  const refusals = record.judgements.filter(({ answer }) => answer === 'refuse')
  return {
    marker,
    body: [
      marker,
      `## ${headline} ${inline(record.id)}`,
      `${day(record)}、この決定を決定簿に記録しました。`,
      ...(record.files.length === 0 ? [] : [filesOf(record)]),
      ...(conditions.length === 0 ? [] : ['条件', wordReasons(conditions)]),
      ...(refusals.length === 0 ? [] : ['理由', wordReasons(refusals)]),
      ...(duties.length === 0 ? [] : [`次にすること\n\n${wordDuties(duties, record.files.length > 1)}`]),
      `控え（決定簿が書き換えられていないことを、後で確かめるためのものです）`,
      block(wordWitness(witnessOf(written))),
    ].join('\n\n'),
  }
}

const headlines: Partial<Record<LedgerRecord['kind'], string>> = {
  permission: '許可',
  change: '変更の承認',
  rejected: '却下',
  irregular: '許可未確認',
}

/** All of it stands in the review and in the record. */
function wordReasons(judgements: LedgerRecord['judgements']): string {
  const text = [...judgements.map(({ reason }) => reason).join('\n')]
  return block(text.length > longestReasons ? `${text.slice(0, longestReasons).join('')}…` : text.join(''))
}

function wordDuties(duties: readonly Duty[], areMany: boolean): string {
  const lines = duties.slice(0, many).map(({ file, due, subject }) => {
    const of = areMany ? `${inline(file)} ` : ''
    return `- ${wareki(due)}（${due}） ${of}${sentence(subject)}`
  })
  return [...lines, ...(duties.length > many ? [`- ほか${duties.length - many}件`] : [])].join('\n')
}

function filesOf(record: LedgerRecord): string {
  const shown = record.files.slice(0, many).map(({ path, form }) => {
    const transition = transitionOf(path, record)
    const words = [transition === null ? '' : label('transition', transition), form === null ? '' : `様式${form}`]
    return `- ${[excerpt(path, longestPath), ...words].filter((word) => word !== '').join(' ')}`
  })
  const hidden = record.files.length - shown.length
  return [...shown, ...(hidden > 0 ? [`- ほか${hidden}件`] : [])].join('\n')
}

/** The issue about a merge that nobody permitted. */
export function irregularIssue(written: Written): IssueNotice {
  const { record } = written
  const marker = markerOf('irregular', record.id)
  return {
    marker,
    title: `${irregularLabel}: ${record.id}`,
    labels: [irregularLabel],
    body: [
      marker,
      `許可を確かめられない取込みがありました（${day(record)}に記録）。決定簿は、このファイルを「${irregularLabel}」として扱います。`,
      ['コミット', inline(record.main?.commit ?? '')].join(' '),
      ...(record.pr === null ? [] : [`プルリクエスト ${inline(String(record.pr.number))}`]),
      filesOf(record),
      '確かめられなかったこと',
      block((record.reasons ?? []).slice(0, many).join('\n')),
      '正すには、同じファイルについて正しく承認されたプルリクエストを取り込んでください。取り込まれると、この課題は閉じられます。',
      '控え',
      block(wordWitness(witnessOf(written))),
    ].join('\n\n'),
  }
}

/** What the issue is told when a later record has put it right; null as long as none has. */
export function curedNotice(irregular: LedgerRecord, records: readonly LedgerRecord[]): Notice | null {
  const cures = records.filter((record) => record.cures?.includes(irregular.seq))
  if (isOpen(irregular, records) || cures.length === 0) return null
  const marker = markerOf('cured', irregular.id)
  const ids = cures.map(({ id }) => inline(id)).join('、')
  return { marker, body: [marker, `${ids} の決定によって、正しく許可されました。`].join('\n\n') }
}

/** The issue about a review that no longer says what it said when it counted. */
export function editedIssue(record: LedgerRecord, { reviewId, user }: RecordedApproval): IssueNotice {
  const marker = markerOf('edited', `${record.id} ${reviewId}`)
  return {
    marker,
    title: `承認の文面が、決定の後で変わっています: ${record.id}`,
    labels: [editedLabel],
    body: [
      marker,
      `決定 ${inline(record.id)} のもとになった ${inline(user)} さんの承認（プルリクエスト ${inline(String(record.pr?.number ?? ''))}）の文面が、取込みの後で書き換えられたか、消されています。`,
      '決定簿には、決定のときの文面による回答が残っており、決定そのものは変わりません。だれが、なぜ変えたかを確かめてください。',
    ].join('\n\n'),
  }
}
