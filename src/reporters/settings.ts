import { block } from '../comment/escape.ts'
import type { Plan } from '../settings/plan.ts'
import type { Difference } from '../settings/types.ts'
import { coloured, plain } from './style.ts'
import { visible } from './visible.ts'

type Shown = { repository: string; plan: Plan; applied: boolean; colour: boolean }

/** What a run of the setup would change or has changed, and what it leaves to people. */
export function setupTerminal({ repository, plan, applied, colour }: Shown): string {
  const style = colour ? coloured : plain
  const { changes, held, byHand } = plan
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', style('strong', title), ...lines.map((line) => `  ${visible(line)}`)]
  const details = changes.flatMap(({ title, differences }) => {
    const isNew = differences.some(({ message }) => message === `${title}がありません。`)
    return isNew ? [`作成  ${title}`] : [`変更  ${title}`, ...differences.map(({ message }) => `    ${message}`)]
  })
  return `${[
    `${visible(repository)} の設定を、settings/ と比べました。`,
    ...(changes.length + held.length + byHand.length === 0 ? [style('good', 'すべて settings/ のとおりです。')] : []),
    ...section(applied ? `変えました ${changes.length}件` : `変えること ${changes.length}件`, details),
    ...section(`まだ変えられないこと ${held.length}件`, held),
    ...section(`人が手で行うこと ${byHand.length}件`, byHand),
    ...(changes.length > 0 && !applied ? ['', 'まだ何も変えていません。変えるには --apply を付けてください。'] : []),
  ].join('\n')}\n`
}

export const driftTitle = 'GitHub の設定が、settings/ と異なります'
export const driftMarker = '<!-- shinsa:settings-drift -->'

/** The issue about settings that are no longer as the code says; what others named stands in it as text only. */
export function driftIssue(repository: string, differences: readonly Difference[]): string {
  return `${[
    driftMarker,
    `設定が ${differences.length}件、コード（settings/）と異なります。だれが変えたかは、組織の監査ログで分かります。`,
    '',
    block(differences.map(({ message }) => message).join('\n')),
    '',
    'コードのとおりに戻すには、管理者が次を実行してください。',
    '',
    block(`npm run -s shinsa -- setup --repo ${repository} --apply`),
    '',
    '設定を変えるべきときは、settings/ を直すプルリクエストを出してください。直ると、この issue は自動で閉じます。',
  ].join('\n')}\n`
}
