import { excerpt } from '../comment/escape.ts'
import type { ConfirmationStatus } from '../generated/service.ts'
import { label } from '../vocabulary.ts'
import { wareki } from '../wareki.ts'
import { type DepartmentIssue, listed, stopped } from './issue.ts'
import { linkForm, linkNow } from './links.ts'

export const surveyPrefix = '<!-- shinsa:survey '

/** A use that goes on as far as the register knows; `confirmed`: what this 年度 has of it already. */
export type SurveyedUse = {
  file: string
  service: string
  suspended: boolean
  confirmed: { date: string; status: ConfirmationStatus } | null
}
export type SurveyOf = {
  /** The western year in which the 年度 began. */
  year: number
  slug: string
  name: string
  uses: readonly SurveyedUse[]
  /** The address of the repository, and the last day for answers. */
  repository: string
  until: string
}

/** 台帳調査: whether each use goes on. */
export function surveyIssue({ year, slug, name, uses, repository, until }: SurveyOf): DepartmentIssue {
  const marker = `${surveyPrefix}${year} ${slug} -->`
  const open = uses.filter(({ confirmed }) => confirmed === null)
  const term = wareki(`${year}-04-01`).replace(/年.*$/, '年度')
  const lines = [
    `${term}の台帳調査です。次の利用を今も使っているかを確かめ、**${wareki(until)}**（${until}）までに、一つずつ答えてください。`,
    '',
    '- 使っている、または近く終える予定のときは「確認する」を開いて、利用状況を選びます。',
    '- 使い終えたときは「終了を届け出る」を開いて、終了の届出を書きます。',
    '- 一覧にない外部サービスを使っているときは、「新規」の申請票に書きます。',
    '',
    // Without a heading the two lists would be one
    `### 利用の一覧（${uses.length}件）`,
    '',
    ...listed(uses.map((use) => wordUse(use, name, repository))),
    '',
    open.length === 0 ? 'すべての利用の答えが、台帳に載りました。' : `答えの載っていない利用: ${open.length}件`,
  ]
  return {
    marker,
    title: `台帳調査（${term}）: ${name}`,
    labels: ['台帳調査'],
    body: `${[marker, ...lines].join('\n')}\n`,
    isOpen: open.length > 0,
  }
}

function wordUse({ file, service, suspended, confirmed }: SurveyedUse, department: string, repository: string): string {
  const use = `${service === '' ? '' : `${excerpt(service, 60)} `}${suspended ? stopped : ''}${linkNow(file, repository)}`
  if (confirmed !== null)
    return `- [x] ${use} — ${label('confirmationStatus', confirmed.status)}（${wareki(confirmed.date)}に確認）`
  const answers = { file, 'department-name': department, 'service-name': service }
  const links = [
    linkForm('確認する', 'confirmation', answers, repository),
    linkForm('終了を届け出る', 'termination', answers, repository),
  ]
  return `- [ ] ${use} — ${links.join(' ・ ')}`
}
