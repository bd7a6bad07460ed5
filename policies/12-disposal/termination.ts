import type { Service } from '../../src/generated/service.ts'
import { changeRule, violation } from '../../src/rule.ts'

export default changeRule({
  title: '終了時の情報の取扱い',
  section: '12',
  why: '利用を終えた後に、区の情報が提供者の側に残らないようにするためです。',
  *check({ transition, base, head }) {
    if (head?.outcome !== 'application' || head.service.termination === undefined) return
    // What was stated at the end stays stated; of an end that was recorded without it nobody asks later.
    if (transition !== 'termination' && !isStated(base?.service.termination?.data)) return
    const { data } = head.service.termination
    if (isStated(data)) return
    yield violation(
      data === undefined ? '/termination' : '/termination/data',
      '利用を終えるのに、保存した情報をどう取り出し、どう消したかが書かれていません。',
      'termination.data.exported と termination.data.deleted に取出しと消去の状況を書き、保存した情報がなければ termination.data.note に「保存なし」と書いてください。',
    )
  },
})

const isStated = (data: NonNullable<Service['termination']>['data']): boolean =>
  data?.exported !== undefined || data?.deleted !== undefined || data?.note !== undefined
