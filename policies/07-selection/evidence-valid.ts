import { calendarRule, each } from '../../src/rule.ts'
import { certificates } from '../tables.ts'

export default calendarRule({
  title: '別表の根拠の有効期限',
  section: '7',
  why: '認証などの根拠は期限が来ると効力を失い、別表の事項を確かめたと言えなくなるためです。',
  *check({ criteria }) {
    yield* each(criteria, function* ({ number, evidence, validUntil }, index) {
      if (validUntil === undefined) return
      const certificate = certificateIn(evidence ?? '')
      yield {
        at: `/criteria/${index}/validUntil`,
        item: 'evidence' as const,
        on: validUntil,
        subject: `別表${number}の根拠${certificate === undefined ? '' : `（${certificate.name}）`}の更新`,
        remedy: certificate?.remedy ?? '新しい根拠資料を提供者から得て、根拠資料と有効期限を改めてください。',
      }
    })
  },
})

/** The certificate that somebody names as evidence: each is renewed in its own way. */
function certificateIn(evidence: string) {
  const written = plain(evidence)
  return certificates.rows.find(({ words }) => words.some((word) => written.includes(plain(word))))
}

const plain = (word: string): string => word.normalize('NFKC').replaceAll(/[\s-]/g, '').toLowerCase()
