import { excerpt, inline } from '../comment/escape.ts'
import type { Diagnostic, Verdict } from '../diagnostic.ts'
import { visible } from '../reporters/visible.ts'
import { countVerdicts, verdicts, wordCounts } from '../reporters/words.ts'
import { label } from '../vocabulary.ts'
import { approvalCheck, gateCheck } from './check-names.ts'
import { digestOf } from './digest.ts'
import type { Annotation, Approval, Check, Examination, Fault, PullRequest } from './types.ts'

/** What GitHub takes in one call. */
export const mostAnnotations = 50
const longestTitle = 255
const longestMessage = 16_000
/** A summary takes 65,535 letters: the comment has the rest. */
const mostLines = 50
const longestPath = 200

/** `審査/policy-gate`: may this content be merged as far as a machine can tell. */
export function gateCheckOf(examination: Examination, titleOf: (rule: string) => string | null): Check {
  const { blockers, diagnostics } = examination
  const counts = countVerdicts(diagnostics)
  const wrong = counts.violation + blockers.length
  const annotations = annotationsOf(examination, titleOf)
  const shown = annotations.slice(0, mostAnnotations)
  const hidden = annotations.length - shown.length
  const others = `要判断 ${counts.judgement}件、助言 ${counts.advice}件`
  return {
    name: gateCheck,
    conclusion: wrong === 0 ? 'success' : 'failure',
    title: wrong === 0 ? `要修正はありません（${others}）` : `要修正 ${wrong}件（${others}）`,
    summary: [
      `${examination.files.length}件のファイルを審査しました: ${wordCounts(counts)}`,
      ...someOf(blockers.map(({ file, message, remedy }) => listed(file, [message, remedy ?? ''].join('')))),
      ...(hidden === 0 ? [] : [`行に付けた注記は${shown.length}件で、ほかに${hidden}件あります。`]),
      '詳しい内容は、このプルリクエストのコメントを見てください。',
    ].join('\n\n'),
    annotations: shown,
  }
}

/** `審査/承認`: have those who decide agreed. */
export function approvalCheckOf(approval: Approval, examination: Examination): Check {
  const { state, reasons, answers, reviewers } = approval
  const open = examination.judgements.length
  const titles: Record<Approval['state'], string> = {
    approved: open === 0 ? '承認されました' : `承認されました（判断 ${answers.length}件）`,
    waiting: open === 0 ? '承認を待っています' : `承認を待っています（判断票 ${answers.length}/${open}件）`,
    refused: 'このままでは承認できません',
  }
  const conclusions = { approved: 'success', waiting: 'action_required', refused: 'failure' } as const
  return {
    name: approvalCheck,
    conclusion: conclusions[state],
    title: titles[state],
    summary: [
      ...someOf(reasons.map((reason) => listed(null, reason))),
      ...reviewers.map(({ login, commit }) => listed(null, `${login} さんが ${commit.slice(0, 7)} を承認しました。`)),
      '判断票への答え方は、このプルリクエストのコメントを見てください。',
    ].join('\n\n'),
    annotations: [],
  }
}

/** Both checks where the examination could not be carried out: nothing is known, so nothing passes. */
export const faultChecks = ({ title, detail }: Fault): Check[] =>
  [gateCheck, approvalCheck].map((name) => ({
    name,
    conclusion: 'failure',
    title: cut(visible(`審査できませんでした: ${title}`), longestTitle),
    summary: [
      listed(null, cut(detail, longestMessage)),
      'しばらくしてから `/再審査` と書き込むと、もう一度審査します。',
    ].join('\n\n'),
    annotations: [],
  }))

/** The same judgement of the same content has the same id. */
export const externalIdOf = (
  { digests, diagnostics, judgements, blockers }: Examination,
  { base, head }: PullRequest,
): string => digestOf([digests.engine, digests.rules, base, head, diagnostics, judgements, blockers])

const someOf = (lines: readonly string[]): string[] =>
  lines.length <= mostLines ? [...lines] : [...lines.slice(0, mostLines), `- ほか${lines.length - mostLines}件`]

/** A line that shows every text as it is: no link, no picture, no mention comes of it. */
function listed(file: string | null, text: string): string {
  const place = file === null ? '' : `${excerpt(file, longestPath)} `
  return `- ${place}${inline(text)}`
}

const levels: Record<Verdict, Annotation['annotation_level']> = {
  violation: 'failure',
  judgement: 'warning',
  advice: 'notice',
}

/** Worst first. What keeps a file out stands at its first line. */
function annotationsOf({ blockers, diagnostics }: Examination, titleOf: (rule: string) => string | null): Annotation[] {
  const about = blockers.flatMap(({ file, message, remedy }): Annotation[] =>
    file === null
      ? []
      : [
          {
            path: file,
            start_line: 1,
            end_line: 1,
            annotation_level: 'failure',
            title: '要修正',
            message: `${message}${remedy ?? ''}`,
          },
        ],
  )
  const found = verdicts.flatMap((verdict) => diagnostics.filter((diagnostic) => diagnostic.verdict === verdict))
  return [...about, ...found.map((diagnostic) => annotationOf(diagnostic, titleOf(diagnostic.rule)))].map((one) => ({
    ...one,
    title: cut(visible(one.title), longestTitle),
    message: cut(one.message.split('\n').map(visible).join('\n'), longestMessage),
  }))
}

function annotationOf(diagnostic: Diagnostic, title: string | null): Annotation {
  const { file, line, column, endLine, endColumn, rule, verdict, message, remedy, section } = diagnostic
  const columns = line === endLine ? { start_column: column, end_column: Math.max(column, endColumn - 1) } : {}
  return {
    path: file,
    start_line: line,
    end_line: endLine,
    ...columns,
    annotation_level: levels[verdict],
    title: [label('verdict', verdict), rule, title].filter((part) => part !== null).join(' '),
    message: [
      message,
      ...(remedy === null ? [] : [`直し方: ${remedy}`]),
      ...(section === null ? [] : [`根拠: ガイドライン ${section}`]),
    ].join('\n'),
  }
}

const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
