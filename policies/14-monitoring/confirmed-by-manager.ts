import { each, serviceRule, violation } from '../../src/rule.ts'

export default serviceRule({
  title: '外部サービス管理者による点検の確認',
  section: '14',
  why: '外部サービス管理者が確かめるのは、済んだ点検の結果であるためです。',
  check: ({ checks }) =>
    each(checks, function* ({ date, confirmed }, index) {
      if (confirmed === undefined || confirmed >= date) return
      yield violation(
        `/checks/${index}/confirmed`,
        '管理者の確認日が、点検日より前です。',
        '点検日と、外部サービス管理者が結果を確かめた日を見直してください。',
      )
    }),
})
