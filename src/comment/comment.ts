import type { CommentInput, Examination, ExaminedFile } from '../gate/types.ts'
import { assessmentDiff, fieldDiff } from './changes.ts'
import { block, sentence } from './escape.ts'
import { overview, similarUses } from './files.ts'
import { footer } from './footer.ts'
import { formPart } from './form.ts'
import type { Guideline } from './guideline.ts'
import { header } from './header.ts'
import { linkFile, type Site, siteOf } from './links.ts'
import { memoryOf, remember } from './memory.ts'
import { advice, applicantParts } from './mend.ts'
import { type Part, paragraph, within } from './parts.ts'
import { addedChecks } from './records.ts'
import { route } from './route.ts'
import { sheet } from './sheet.ts'

/** By this, and by its author, the one comment of ours is found. */
export const marker = '<!-- shinsa:gate -->'

/** GitHub takes 65,536 characters. */
const commentLimit = 60_000
/** A summary of a job takes 1 MiB; most of these characters take three bytes. */
const summaryLimit = 300_000

/** The comment on a pull request: the same input gives the same text, whatever is given as the comment before. */
export function renderComment(input: CommentInput, guideline: Guideline): string {
  const memory = remember(memoryOf(input))
  const room = commentLimit - marker.length - memory.length - 3
  const elsewhere = '省いたものは、画面の上の「Actions」にある `policy-gate` の、いちばん新しい実行の要約で読めます。'
  return `${marker}\n${within(partsOf(input, guideline), room, elsewhere)}\n\n${memory}`.trimEnd()
}

/** The same for the summary of the job, which has more room. */
export const renderSummary = (input: CommentInput, guideline: Guideline): string =>
  within(partsOf(input, guideline), summaryLimit, '省いたものは、手元で点検すると読めます。')

/** What reviewers will read of a change for which there is no pull request yet. */
export const renderReview = (examination: Examination, guideline: Guideline): string =>
  within(reviewerParts(withoutPullRequest, examination, guideline), summaryLimit, '')

const nobody = { login: '', id: 0 }
const withoutPullRequest: CommentInput = {
  repository: '',
  site: null,
  pullRequest: {
    ...{ number: 0, title: '', author: nobody, head: '', base: '', tip: '', draft: true, createdAt: '', isFork: false },
  },
  ...{ examination: null, approval: null, fault: null, previous: null, queue: null, today: '', ledgerTip: null },
}

function partsOf(input: CommentInput, guideline: Guideline): Part[] {
  const { examination, fault } = input
  if (examination === null || fault !== null) return [header(input), ...faultParts(input), footer(input)]
  return [
    header(input),
    ...applicantParts(input, examination, memoryOf(input), guideline),
    ...reviewerParts(input, examination, guideline),
    footer(input),
  ]
}

/** Nothing that anybody wrote into a file is at fault: whom it concerns, and what they can do. */
function faultParts({ fault }: CommentInput): Part[] {
  const steps = [
    '1. しばらく待ってから、コメント欄に `/再審査` とだけ書いてください。もう一度点検します。',
    '2. それでも直らないときは、情報政策課に、このプルリクエストの番号を知らせてください。',
    '3. 管理者は、下の記録と、検査 `審査/policy-gate` の実行記録を確かめてください。',
  ]
  const head = `### 何をすればよいか\n\n${steps.join('\n')}`
  if (fault === null) return [paragraph('何をすればよいか', 2, head)]
  const detail = [...fault.detail].slice(0, 4000).join('')
  return [
    paragraph('何をすればよいか', 2, head),
    paragraph('記録', 3, `### 記録（管理者の方へ）\n\n${sentence(fault.title)}\n\n${block(detail)}`),
  ]
}

/** Beyond these the table of files is what a reviewer reads; each file is a link. */
const filesInFull = 5

function reviewerParts(input: CommentInput, examination: Examination, guideline: Guideline): Part[] {
  const site = siteOf(input)
  const { files } = examination
  const inFull = files.length <= filesInFull ? files : []
  const parts = [
    ...sheet(input, examination, guideline),
    ...overview(examination, site),
    ...inFull.flatMap((file) => fileParts(file, files.length > 1 ? site : null, guideline)),
    ...similarUses(examination, input),
    ...advice(examination, site, guideline),
  ]
  return parts.length === 0 ? [] : [paragraph('審査する方へ', 3, '---\n\n## 審査する方へ'), ...parts]
}

const unreadable = paragraph(
  '様式',
  11,
  '書き方の指摘が直ると、ここに申請の内容を様式の形で表示します。今は読み取れない項目があるため、表示していません。',
)

function fileParts(file: ExaminedFile, site: Site | null, guideline: Guideline): Part[] {
  const isUnreadable = file.after === null && file.transition !== 'removal'
  const parts = [
    ...(isUnreadable ? [unreadable] : []),
    ...assessmentDiff(file, guideline),
    ...fieldDiff(file, guideline),
    ...addedChecks(file, guideline),
    ...route(file, guideline),
    ...formPart(file, guideline),
  ]
  return site === null ? parts : [paragraph('ファイルの見出し', 7, `---\n\n### ${linkFile(file.file, site)}`), ...parts]
}
