import { calendarRule } from '../../src/rule.ts'

export default calendarRule({
  title: '契約の満了',
  section: '8',
  why: '契約が満了する前に、続けるか、更改するか、終えるかを決める必要があるためです。',
  interpretations: [20],
  *check({ contract }) {
    if (contract?.end === undefined) return
    yield {
      at: '/contract/end',
      item: 'contract-end',
      on: contract.end,
      subject: '契約の更新・更改・終了の手続き',
      remedy:
        '同じ条件で続けるなら「契約と費用」の期間を改め、更改するなら利用申請を、やめるなら「利用の終了」を記録してください。',
    }
  },
})
