import { addMonths } from '../../src/calendar.ts'
import { calendarRule } from '../../src/rule.ts'
import { asksFor, lastCheck, latest } from '../records.ts'
import { calendar } from '../tables.ts'

export default calendarRule({
  title: '様式7（運用・保守）の期限',
  section: '13',
  why: '重要情報を扱わない利用も、年1回程度、申請どおりに使われていることを確かめるためです。',
  interpretations: [29],
  *check(service, { procedure }) {
    if (!asksFor(7, procedure)) return
    // A use that gave up its important information is an ordinary one from the day of its form 6.
    const last = lastCheck(7, service) ?? latest([service.use.period?.start, lastCheck(6, service)])
    if (last === undefined) return
    yield {
      at: '/checks',
      item: 'form7',
      on: addMonths(last, calendar.monthsBetweenChecks),
      last,
      subject: '様式7（運用・保守）の点検',
      remedy: '利用の状況を様式7で点検し、外部サービス管理者が確認して記録してください。',
    }
  },
})
