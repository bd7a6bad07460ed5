import { each, serviceRule, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

export default serviceRule({
  title: '利用状況の確認の記録',
  section: '14',
  why: '外部サービス管理者が利用状況を定期的に確かめたことが、記録から順に分かる必要があるためです。',
  interpretations: [33],
  *check(service) {
    const confirmations = service.confirmations ?? []
    yield* each(confirmations, function* ({ date }, index) {
      const before = confirmations[index - 1]
      if (before === undefined || before.date <= date) return
      yield violation(
        `/confirmations/${index}/date`,
        '確認日が、一つ前の記録の確認日より前です。',
        '確認日を確かめ、確認の記録を古い順に書いてください。',
      )
    })
    if (confirmations.at(-1)?.status !== 'ended' || service.termination !== undefined) return
    yield violation(
      `/confirmations/${confirmations.length - 1}/status`,
      `利用状況が「${label('confirmationStatus', 'ended')}」なのに、利用の終了の記録がありません。`,
      'termination に、利用終了日などを書いてください。',
    )
  },
})
