import { changeRule, violation } from '../../src/rule.ts'

export default changeRule({
  title: '更改の申請',
  section: '9',
  why: '許可されたときの前提が変わる利用は、更改として改めて申請し、審査を受けるためです。',
  interpretations: [20, 22, 23],
  *check({ transition, base, head }) {
    // Of an ended use another rule says that it cannot be renewed.
    if (transition !== 'renewal' || base?.service.termination !== undefined || head?.outcome !== 'application') return
    const { application } = head.service
    if (application === undefined) return
    const last = base?.service.application?.date

    if (application.type !== 'renewal')
      yield violation(
        '/application/type',
        '提供者、プラン、契約、接続元または取り扱う情報が変わるのに、更改の申請になっていません。',
        'application.type を renewal（更改）にし、更改の申請日と前回の申請番号を書いてください。',
      )
    else if (application.date === undefined)
      yield violation(
        '/application',
        '更改の申請日が書かれていません。',
        'application.date に、更改を申請する日を書いてください。',
      )
    else if (last !== undefined && application.date <= last)
      yield violation(
        '/application/date',
        `更改の申請日（${application.date}）が、前の申請日（${last}）より後ではありません。`,
        'application.date を、更改を申請する日に改めてください。',
      )
  },
})
