import { keysOf, type Pointer } from '../../src/pointer.ts'
import { changeRule, judgement } from '../../src/rule.ts'

export default changeRule({
  title: '許可された内容の訂正',
  section: '9',
  why: '更改に当たらない訂正でも、許可の前提が変わらないことを情報政策課が確かめるためです。',
  interpretations: [20],
  *check({ transition, changed, renewed }) {
    if (!judged.has(transition) || renewed.length > 0) return
    const corrected = changed.filter(({ pointer }) => !isRecord(pointer))
    if (corrected.every(({ pointer }) => period.has(pointer))) return
    const { at } = corrected[0]!

    if (corrected.some(({ pointer }) => extent.has(pointer)))
      yield judgement(
        at,
        '利用の目的または業務の範囲の変更が、許可された範囲を広げないかを確かめる必要があります。',
        '範囲が広がるときは、application.type を renewal（更改）にして更改を申請してください。',
      )
    else
      yield judgement(
        at,
        '許可された内容の訂正が、許可の前提を変えないかを確かめる必要があります。',
        '審査する人に分かるように、変更の理由をプルリクエストに書いてください。',
      )
  },
})

const judged: ReadonlySet<string> = new Set(['correction', 'check', 'termination'])
/** A yearly renewal on the same terms is no 更改. */
const period: ReadonlySet<string> = new Set(['/contract/start', '/contract/end'])
const extent: ReadonlySet<string> = new Set(['/use/purpose', '/use/scope'])
/** The records and the end of a use have rules of their own; what is corrected within the end has not. */
const isRecord = (pointer: Pointer): boolean =>
  pointer === '/termination' || ['checks', 'confirmations'].includes(keysOf(pointer)[0]!)
