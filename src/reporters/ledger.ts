import { openPaths } from '../ledger/cures.ts'
import { judgementsOf, type Permission, transitionOf } from '../ledger/permission.ts'
import type { LedgerRecord, RecordedFile } from '../ledger/record.ts'
import { type Witness, wordWitness } from '../ledger/witness.ts'
import { label } from '../vocabulary.ts'
import { wareki } from '../wareki.ts'
import { coloured, plain, type Style } from './style.ts'
import { visible } from './visible.ts'

export type VerifyReport = {
  branch: string
  records: number
  tip: Witness | null
  /** How many witnesses were given. */
  witnesses: number
  /** Merges that wait for their record. */
  unrecorded: number
  irregular: LedgerRecord[]
  faults: string[]
}
export type Screen = { colour: boolean }
export type Shown = Screen & { titleOf(rule: string): string | null; faults: number }

const written = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
const lines = (all: readonly string[]): string => `${all.join('\n')}\n`
const styleOf = ({ colour }: Screen): Style => (colour ? coloured : plain)

export const verifyJson = ({ irregular, ...report }: VerifyReport): string =>
  written({
    version: 1,
    ok: report.faults.length === 0,
    ...report,
    irregular: irregular.map(({ id, main, files }) => ({
      id,
      commit: main?.commit ?? null,
      files: files.map(({ path }) => path),
    })),
  })

export function verifyTerminal(report: VerifyReport, screen: Screen): string {
  const { branch, records, tip, witnesses, unrecorded, irregular, faults } = report
  const style = styleOf(screen)
  const verdict =
    faults.length === 0
      ? style('good', `決定簿「${visible(branch)}」の記録 ${records}件は、すべて正しくつながっています。`)
      : style('violation', `決定簿「${visible(branch)}」に、正しくないところが ${faults.length}件あります。`)
  return lines([
    verdict,
    ...faults.map((fault) => `  ${visible(fault)}`),
    ...(tip === null ? [] : [`末尾: ${wordWitness(tip)}`]),
    ...(witnesses === 0 ? [] : [`控え ${witnesses}件と比べました。`]),
    ...(unrecorded === 0 ? [] : [`まだ記録されていない取込みが ${unrecorded}件あります。`]),
    ...irregular.map(({ id, files }) => `許可未確認: ${id} ${files.map(({ path }) => visible(path)).join('、')}`),
  ])
}

export const permissionJson = (permission: Permission, blob: string | null): string =>
  written({ version: 1, ...permission, current: permission.blob === null ? null : permission.blob === blob })
export const recordJson = (record: LedgerRecord): string => written({ version: 1, record })

const states = { permitted: '許可', ended: '終了', unconfirmed: '許可未確認', none: '記録なし' }
export const kinds = {
  permission: '許可',
  change: '仕組みの変更の承認',
  irregular: '許可未確認',
  rejected: '却下',
  genesis: '決定簿の始まり',
}
export const answers = { accept: '可', conditional: '条件付', refuse: '不可' }
const colours = { permitted: 'good', ended: 'faint', unconfirmed: 'violation', none: 'judgement' } as const

/** For people: what is in force for a file, who permitted it, and what happened to it. */
export function permissionTerminal(permission: Permission, shown: Shown & { blob: string | null }): string {
  const { file, state, inForce, blob, conditions, irregular, records } = permission
  const style = styleOf(shown)
  const differs = blob !== null && shown.blob !== blob
  return lines([
    `${style('strong', visible(file))} ${style(colours[state], states[state])}`,
    ...warnings(shown),
    ...(state === 'none' ? ['  決定簿が始まる前からあるか、まだ記録されていません。'] : []),
    ...irregular.map(({ id }) => `  ${id} の取込みには、許可が確かめられていません。`),
    ...(differs ? ['  main の今の中身は、許可された中身と違います。'] : []),
    ...(inForce === null ? [] : ['', ...recordLines(inForce, shown, file)]),
    ...(conditions.length === 0 ? [] : ['', '有効な条件']),
    ...conditions.map(({ id, date, reason, by }) => `  ${visible(reason)}（${id} ${day(date)} ${visible(by.user)}）`),
    ...(records.length === 0 ? [] : ['', '経過']),
    ...records.map((record) => `  ${heading(record)}${wordTransition(transitionOf(file, record))}`),
  ])
}

export function recordTerminal(record: LedgerRecord, all: readonly LedgerRecord[], shown: Shown): string {
  const open = record.kind === 'irregular' ? openPaths(record, all) : []
  const cured = record.kind === 'irregular' && open.length === 0 && record.files.length > 0
  return lines([
    ...warnings(shown),
    ...recordLines(record, shown),
    ...(cured ? ['  後の許可によって、すべて正されています。'] : []),
    ...open.map((path) => `  許可が確かめられていない: ${visible(path)}`),
  ])
}

const warnings = ({ faults }: Shown): string[] =>
  faults === 0 ? [] : [`  決定簿に正しくないところが ${faults}件あります。ledger verify で確かめてください。`]

/** One record; of a single file where one is asked for. */
function recordLines(record: LedgerRecord, { titleOf }: Shown, file?: string): string[] {
  const { main, pr, approvals, files, reasons = [], cures = [], engine, rules } = record
  const shown = file === undefined ? files : files.filter(({ path }) => path === file)
  const judgements = file === undefined ? record.judgements : judgementsOf(file, record)
  return [
    `${heading(record)}${wordTransition(record.transition)}`,
    ...reasons.map((reason) => `  理由  ${visible(reason)}`),
    ...approvals.map(
      ({ user, commit, submittedAt }) => `  承認  ${visible(user)} ${time(submittedAt)} 版 ${commit.slice(0, 12)}`,
    ),
    ...(pr === null ? [] : [`  申請  #${pr.number} ${visible(pr.author.user)}`]),
    ...(main === null ? [] : [`  取込  ${main.commit}`]),
    ...shown.map((one) => `  内容  ${wordFile(one)}`),
    ...judgements.flatMap(({ key, rule, answer, reason, by }) => [
      `  判断  ${key} ${titleOf(rule) ?? rule}: ${answers[answer]}（${visible(by.user)}）`,
      `        ${visible(reason)}`,
    ]),
    ...(rules === null ? [] : [`  規則  ${visible(rules.version)} ${rules.digest.slice(0, 16)}`]),
    ...(engine === null ? [] : [`  判定  ${visible(engine.version)} ${engine.digest.slice(0, 16)}`]),
    ...(cures.length === 0 ? [] : [`  正したもの  番号 ${cures.join('、')}`]),
  ]
}

const heading = ({ id, kind, recordedAt }: LedgerRecord): string =>
  `${id} ${day(recordedAt.slice(0, 10))} ${kinds[kind]}`
const wordTransition = (transition: LedgerRecord['transition']): string =>
  transition === null ? '' : `・${label('transition', transition)}`
const wordFile = ({ path, blob, outcome, form }: RecordedFile): string =>
  [
    visible(path),
    blob === null ? '（削除）' : blob,
    outcome === null ? '' : label('outcome', outcome),
    form === null ? '' : `様式${form}`,
  ]
    .filter((word) => word !== '')
    .join(' ')
const day = (date: string): string => `${date} ${wareki(date)}`
const time = (at: string): string => at.replace('T', ' ')
