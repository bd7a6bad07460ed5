import { calendarRule, each } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'
import { latest } from '../records.ts'

export default calendarRule({
  title: '利用の条件の日',
  section: '3',
  why: '相談や見直しを約束した日が過ぎると、条件を満たしているかが分からなくなるためです。',
  interpretations: [15],
  *check({ use, application, conditions, checks = [], confirmations = [] }, _, day) {
    const begun = use.period?.start ?? application?.date ?? day
    const looked = latest([...checks, ...confirmations].map(({ date }) => date))
    yield* each(conditions, function* ({ id, date }, index) {
      if (date === undefined) return
      // A day that is past records what was done, unless it was set for the time of the use and nobody has looked since.
      const missed = date > begun && (looked === undefined || looked < date)
      if (date < day && !missed) return
      yield {
        at: `/conditions/${index}/date`,
        item: 'condition' as const,
        on: date,
        subject: `「${label('condition', id)}」の対応`,
        remedy: '条件に応じた相談や判断を済ませ、その日と経過を「利用の条件の記録」に書いてください。',
      }
    })
  },
})
