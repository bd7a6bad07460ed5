import { calendarRule } from '../../src/rule.ts'

export default calendarRule({
  title: '消去証明書の受領',
  section: '12',
  why: '提供者の側から重要情報が消えたことは、証明書を受け取って初めて確かめられるためです。',
  afterEnd: true,
  *check({ termination }) {
    const data = termination?.data
    if (data?.certificateDue === undefined || data.certificate !== undefined) return
    yield {
      at: '/termination/data/certificateDue',
      item: 'evidence',
      on: data.certificateDue,
      subject: '消去証明書の受領',
      remedy: '提供者から消去証明書を受け取り、その文書番号などを「消去証明書」に書いてください。',
    }
  },
})
