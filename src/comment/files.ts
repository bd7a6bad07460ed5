import type { CommentInput, Examination, ExaminedFile } from '../gate/types.ts'
import { label } from '../vocabulary.ts'
import { excerpt, inline, row, tableHead, unbroken } from './escape.ts'
import { wordAsked } from './header.ts'
import { linkFile, type Site, siteOf } from './links.ts'
import { folded, type Part, table } from './parts.ts'
import { nothing, wordClass, wordValue } from './values.ts'

/** A link takes more room than all else in its row. */
const filesWithLinks = 20

/** Several files at once: what happens to each. An import says who permitted it, and when. */
export function overview({ files }: Examination, site: Site): Part[] {
  if (files.length < 2) return []
  const isImport = files.some(({ after }) => after?.application?.permittedBefore !== undefined)
  const names = [
    'ファイル',
    'サービス名',
    '変更',
    '区分',
    ...(isImport ? ['以前の許可'] : []),
    '要修正',
    '要判断',
    '助言',
  ]
  const rows = [...files]
    .sort((a, b) => count(b, 'violation') - count(a, 'violation'))
    .map((file) => row(cellsOf(file, isImport, files.length > filesWithLinks ? null : site)))
  return [
    table('ファイルの一覧', 4, `### 申請のファイル（${files.length}件）\n\n${tableHead(names.map(unbroken))}`, rows),
  ]
}

function cellsOf(file: ExaminedFile, isImport: boolean, site: Site | null): string[] {
  const { after, before, transition } = file
  const shown = after ?? before
  return [
    site === null ? inline(file.file) : linkFile(file.file, site),
    shown === null ? nothing : `${excerpt(shown.service.name, 60)}<br>${excerpt(shown.department.name, 60)}`,
    unbroken(label('transition', transition)),
    after === null ? nothing : `${wordClass(after)}<br>${wordAsked(file)}`,
    ...(isImport ? [wordPermitted(file)] : []),
    ...(['violation', 'judgement', 'advice'] as const).map((verdict) => String(count(file, verdict))),
  ]
}

const count = ({ diagnostics }: ExaminedFile, verdict: string): number =>
  diagnostics.filter((one) => one.verdict === verdict).length

function wordPermitted({ after }: ExaminedFile): string {
  const permitted = after?.application?.permittedBefore
  if (permitted === undefined) return '**記載なし**'
  const { date, number } = permitted
  return [
    wordValue('/application/permittedBefore/date', date),
    ...(number === undefined ? [] : [excerpt(number, 40)]),
  ].join('<br>')
}

/** Uses of the same service, or of the same provider, that the register has already. */
export function similarUses({ files, similar }: Examination, input: CommentInput): Part[] {
  const own = new Set(files.map(({ file }) => file))
  const others = similar.filter(({ file }) => !own.has(file))
  if (others.length === 0) return []
  const site = { ...siteOf(input), head: input.pullRequest.tip }
  const rows = others.map(({ file, like, name, department }) =>
    row([linkFile(file, site), excerpt(name, 60), excerpt(department, 60), inline(like)]),
  )
  const head = tableHead(['台帳のファイル', 'サービス名', '課', 'この申請のファイル'])
  return [folded(`台帳にある似た利用（${others.length}件）`, table('似た利用', 12, head, rows))]
}
