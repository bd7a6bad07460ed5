import type { Service } from '../../src/generated/service.ts'
import { type Change, changeRule, each, type Finding, judgement, violation } from '../../src/rule.ts'

export default changeRule({
  title: '新しい利用の申請',
  section: '9',
  why: '新しい利用は申請から始まり、点検や終了の記録は利用が許可された後に生まれるためです。',
  *check(change) {
    if (change.transition !== 'new' || change.head === null) return
    const { service, outcome } = change.head
    yield* each(records, (record) => earlyRecord(service, change, record))
    if (outcome === 'application' && service.application?.type === 'renewal')
      yield violation(
        '/application/type',
        '新しい利用の申請なのに、申請区分が更改になっています。',
        'application.type を new（新規）にし、利用している外部サービスの更改であれば、元のファイルを直してください。',
      )
  },
})

/** What only a use in force has. */
const records = [
  { key: 'checks', name: '点検の記録' },
  { key: 'confirmations', name: '利用状況の確認の記録' },
  { key: 'suspension', name: '利用停止の記録' },
  { key: 'termination', name: '終了の届出' },
] as const

/** A use that needed no application so far may have records already: they stay as they are. */
function* earlyRecord(
  service: Service,
  { base, changed }: Change,
  { key, name }: (typeof records)[number],
): Iterable<Finding> {
  const record = service[key]
  if (record === undefined || (Array.isArray(record) && record.length === 0)) return
  const own =
    base === null ? [{ at: `/${key}` }] : changed.filter(({ pointer }) => `${pointer}/`.startsWith(`/${key}/`))
  const [first] = own
  if (first === undefined) return
  if (base === null && service.application?.permittedBefore !== undefined)
    yield judgement(
      first.at,
      `許可済みの利用を台帳へ移す申請に、これまでの${name}が書かれています。`,
      '元の許可と記録に照らして、正しいかを確かめてください。',
    )
  else
    yield violation(
      first.at,
      `許可の前の申請に、${name}が書かれています。`,
      `利用が許可されてから書いてください。${base === null ? '既に許可された利用を台帳へ移すときは、application.permittedBefore に元の許可を書いてください。' : ''}`,
    )
}
