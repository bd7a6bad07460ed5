import { type Audit, type AuditedMerge, isListed } from '../ledger/audit.ts'
import { label } from '../vocabulary.ts'
import type { Screen } from './ledger.ts'
import { coloured, plain } from './style.ts'
import { visible } from './visible.ts'

export const auditJson = ({ ledger, merges }: Audit): string =>
  `${JSON.stringify({ version: 1, ledger, summary: counts(merges), merges }, null, 2)}\n`

const standings = {
  permitted: '許可あり',
  cured: '後から許可',
  irregular: '許可未確認',
  unrecorded: '記録なし',
  doubtful: '許可に疑い',
  before: '決定簿より前',
}

const counts = (merges: readonly AuditedMerge[]): Record<string, number> => ({
  merges: merges.length,
  ...Object.fromEntries(
    Object.keys(standings).map((name) => [name, merges.filter(({ standing }) => standing === name).length]),
  ),
  judged: merges.filter(({ replay }) => replay === 'judged').length,
  impossible: merges.filter(({ replay }) => replay === 'impossible').length,
})

/** For people: what stands without a permission first, then what could not be judged again. */
export function auditTerminal({ ledger, merges }: Audit, { colour }: Screen): string {
  const style = colour ? coloured : plain
  const listed = merges.filter(isListed)
  const found = ledger ? listed : []
  const noted = merges.filter((merge) => !found.includes(merge) && merge.notes.length > 0)
  const { judged, impossible } = counts(merges)
  return `${[
    style('strong', `main の取込み ${merges.length}件をたどり、${judged}件を当時の規則で審査し直しました。`),
    ...(ledger ? [] : ['決定簿のブランチがないので、許可の記録とは比べていません。']),
    ...(found.length === 0 && ledger ? [style('good', '許可のない取込みはありません。')] : []),
    ...(found.length > 0 ? ['', style('violation', `許可が確かめられない取込み ${found.length}件`)] : []),
    ...found.flatMap(linesOf),
    ...(noted.length > 0 ? ['', `そのほかに書き留めること（審査し直せないもの ${impossible}件）`] : []),
    ...noted.flatMap(linesOf),
  ].join('\n')}\n`
}

const linesOf = ({ commit, date, standing, record, changes, notes }: AuditedMerge): string[] => [
  `  ${commit.slice(0, 12)} ${date} ${standings[standing]}${record === null ? '' : ` ${record}`}`,
  ...changes.map(({ file, transition }) => `    ${visible(file)} ${label('transition', transition)}`),
  ...notes.map((note) => `    ${visible(note)}`),
]
