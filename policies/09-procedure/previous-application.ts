import { applicationRule, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '更改の前の申請',
  section: '9',
  why: '更改では、どの利用を引き継ぐかを前の申請とつなげて審査するためです。',
  interpretations: [20],
  *check({ application }) {
    if (application?.type === 'renewal' && application.previous === undefined)
      yield violation(
        '/application',
        '更改の申請に、前回の申請番号が書かれていません。',
        '前回の申請番号を application.previous に書き、更改でなければ application.type を new（新規）にしてください。',
      )
  },
})
