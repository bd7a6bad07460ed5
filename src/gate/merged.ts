import { approvalCheck, gateCheck } from './check-names.ts'
import type { Evidence, MergeEvidence } from './evidence.ts'

/** What a merge must show besides the approval: that everything that was promised before it held when it happened. */
export function mergeFlaws({ merge, conversation, open }: Evidence): string[] {
  if (merge === undefined || conversation.mergedAt === null) return ['取り込まれていません。']
  return [
    ...checkFlaws(merge, conversation.mergedAt),
    ...(merge.suite === 'pass' ? [] : [suiteFlaw(merge.suite)]),
    ...contentFlaws(merge),
    ...(merge.isSigned ? [] : ['取り込みのコミットに、確かめられる署名がありません。']),
    ...(merge.violations === 0 ? [] : [`取り込まれた内容に、要修正が${merge.violations}件あります。`]),
    ...(isSame(
      merge.keys,
      open.map(({ key }) => key),
    )
      ? []
      : ['取り込まれた内容の判断の番号が、回答されたものと違います。']),
  ]
}

function checkFlaws({ checks, gateAppId }: MergeEvidence, mergedAt: string): string[] {
  return [gateCheck, approvalCheck].flatMap((name) => {
    const own = checks.filter((check) => check.name === name && check.appId === gateAppId)
    const inTime = own.filter(({ completedAt }) => completedAt !== null && completedAt <= mergedAt)
    // The last one that was finished in time is the one that let it pass.
    const last = inTime.reduce<(typeof own)[number] | null>(
      (a, b) => (a !== null && a.completedAt! >= b.completedAt! ? a : b),
      null,
    )
    return last?.conclusion === 'success' ? [] : [`取り込みの時点で、検査「${name}」が成功していません。`]
  })
}

const suiteFlaw = (suite: string | null): string =>
  suite === null ? 'ブランチの規則の検査の記録が見つかりません。' : 'ブランチの規則を通さずに取り込まれています。'

function contentFlaws({ files, paths }: MergeEvidence): string[] {
  const differing = files.filter(({ approved, merged }) => approved !== merged)
  return [
    ...(differing.length === 0 ? [] : [`取り込まれた内容が、承認された内容と違います（${differing.length}件）。`]),
    ...(isSame(
      paths,
      files.map(({ path }) => path),
    )
      ? []
      : ['取り込みで変わったファイルが、プルリクエストのものと違います。']),
  ]
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a)].sort().join('\n') === [...new Set(b)].sort().join('\n')
