import { calendarRule } from '../../src/rule.ts'
import { asksFor, lastCheck } from '../records.ts'

export default calendarRule({
  title: '様式4（導入・構築）の期限',
  section: '10',
  why: '重要情報を扱い始める前に、導入・構築時の対策がそろったことを確かめるためです。',
  interpretations: [30],
  *check(service, { procedure }) {
    const start = service.use.period?.start
    if (start === undefined || !asksFor(4, procedure) || lastCheck(4, service) !== undefined) return
    yield {
      at: '/checks',
      item: 'form4',
      on: start,
      subject: '様式4（導入・構築）の点検',
      remedy: '導入・構築時の対策を様式4で点検し、利用を始める日までに記録してください。',
    }
  },
})
