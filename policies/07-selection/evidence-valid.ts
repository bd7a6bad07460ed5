import { calendarRule, each } from '../../src/rule.ts'

export default calendarRule({
  title: '別表の根拠の有効期限',
  section: '7',
  why: '認証などの根拠は期限が来ると効力を失い、別表の事項を確かめたと言えなくなるためです。',
  *check({ criteria }) {
    yield* each(criteria, function* ({ number, validUntil }, index) {
      if (validUntil === undefined) return
      yield {
        at: `/criteria/${index}/validUntil`,
        item: 'evidence' as const,
        on: validUntil,
        subject: `別表${number}の根拠の更新`,
        remedy: '新しい根拠を提供者から得て、evidence と validUntil を改めてください。',
      }
    })
  },
})
