import { factRule, prohibit } from '../../src/rule.ts'

export default factRule({
  title: '無料のサービスと重要情報',
  section: '3',
  why: '無料のサービスは約款だけが頼りで、情報の扱いを区が確かめることも求めることもできないためです。',
  interpretations: [1, 2, 3, 14, 17],
  *check({ service, information }) {
    if (service.pricing !== 'free' || information.kinds.length === 0) return
    if (service.category === 'distribution' && information.publishedWithConsent) return
    yield prohibit(
      '/service/pricing',
      '本人の同意を得て動画等を配信する場合を除き、無料の外部サービスで重要情報を扱うことはできません。',
      '有料の契約にするか、重要情報を扱わないようにするか、動画等の配信なら本人の同意を得て information.publishedWithConsent を true にしてください。',
    )
  },
})
