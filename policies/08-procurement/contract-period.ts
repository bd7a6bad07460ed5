import { serviceRule, violation } from '../../src/rule.ts'

export default serviceRule({
  title: '契約の期間',
  section: '8',
  why: '契約の期間は、台帳の管理と更改の時期を決める元になるためです。',
  *check({ contract }) {
    if (contract?.start === undefined || contract.end === undefined) return
    if (contract.end < contract.start)
      yield violation(
        '/contract/end',
        `契約の満了日（${contract.end}）が、開始日（${contract.start}）より前です。`,
        'contract.start と contract.end の日付を確かめてください。',
      )
  },
})
