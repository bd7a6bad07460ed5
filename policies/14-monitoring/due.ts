import { addDays, addMonths, fiscalYearsBegun } from '../../src/calendar.ts'
import { calendarRule } from '../../src/rule.ts'
import { latest } from '../records.ts'
import { calendar } from '../tables.ts'

export default calendarRule({
  title: '利用状況の確認（台帳調査）の期限',
  section: '14',
  why: '外部サービス管理者が利用状況を定期的に確かめ、台帳を実際の利用と合わせておくためです。',
  interpretations: [9, 33],
  outcomes: ['application', 'exempt'],
  *check({ use, confirmations = [] }, _, day) {
    // Exempt uses need not say when they began: then only the 年度 of the day counts.
    const start = use.period?.start ?? addDays(addMonths(day, -12), 1)
    const confirmed = latest(confirmations.map(({ date }) => date))
    for (const { begins, due } of fiscalYearsBegun(start, day, calendar)) {
      // A confirmation settles its own 年度, and those before it that were missed.
      if (confirmed !== undefined && confirmed >= begins) continue
      yield {
        at: '/confirmations',
        item: 'confirmation',
        on: due,
        subject: '利用状況の確認（台帳調査）',
        remedy: '今も使っているかを確かめ、確認した日と状況を「利用状況の確認」に書いてください。',
      }
    }
  },
})
