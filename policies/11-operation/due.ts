import { addMonths } from '../../src/calendar.ts'
import { calendarRule } from '../../src/rule.ts'
import { asksFor, lastCheck } from '../records.ts'
import { calendar } from '../tables.ts'

const about = { at: '/checks', item: 'form5', subject: '様式5（運用・保守）の点検' } as const

export default calendarRule({
  title: '様式5（運用・保守）の期限',
  section: '11',
  why: '重要情報を扱う利用は、運用を始めるときと年1回程度、対策が続いていることを確かめるためです。',
  interpretations: [29, 30],
  *check(service, { procedure }) {
    const start = service.use.period?.start
    if (!asksFor(5, procedure)) return
    const last = lastCheck(5, service)
    if (last !== undefined)
      yield {
        ...about,
        on: addMonths(last, calendar.monthsBetweenChecks),
        last,
        remedy: '運用・保守の対策を様式5で点検し、外部サービス管理者が確認して記録してください。',
      }
    else if (start !== undefined)
      yield {
        ...about,
        on: start,
        remedy: '運用を始めるときの対策を様式5で点検し、外部サービス管理者が確認して記録してください。',
      }
  },
})
