import { type Change, changeRule, type Finding, violation } from '../../src/rule.ts'

export default changeRule({
  title: '点検と確認の記録の保存',
  section: '14',
  why: 'これまでの点検と確認の記録は、そのときに何を確かめたかの証拠であるためです。',
  *check(change) {
    yield* alteredRecord(change, 'checks', '点検の記録')
    yield* alteredRecord(change, 'confirmations', '利用状況の確認の記録')
  },
})

type List = 'checks' | 'confirmations'

/** One finding a list: at the first entry that is not what it was, or at the list where one is gone. */
function* alteredRecord({ base, changed }: Change, list: List, name: string): Iterable<Finding> {
  const recorded = base?.service[list]?.length ?? 0
  const entries = new RegExp(`^/${list}(?:/([0-9]+)(/.*)?)?$`)
  const altered = changed.flatMap(({ pointer, at }) => {
    const [found, index, below] = entries.exec(pointer) ?? []
    if (found === undefined || Number(index ?? 0) >= recorded) return []
    const isGone = below === undefined // an entry that is still there differs below it
    return [{ isGone, at: isGone ? at : `/${list}/${index}` }]
  })
  const gone = altered.find(({ isGone }) => isGone)
  const [first] = altered

  if (gone !== undefined)
    yield violation(gone.at, `これまでの${name}が消えています。`, `消えた${name}を元に戻してください。`)
  else if (first !== undefined)
    yield violation(
      first.at,
      `これまでの${name}が書き換えられています。`,
      `元の記録に戻し、新しい${name}は最後に書き加えてください。`,
    )
}
