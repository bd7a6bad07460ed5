import { conditional, factRule } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

export default factRule({
  title: '職員のメールとストレージ',
  section: '3',
  why: '情報政策課が整備していないメールやストレージでは、情報の持ち出しや漏えいに気付けないためです。',
  interpretations: [13],
  outcomes: ['application'],
  *check({ service }) {
    if (service.category !== 'web-mail' && service.category !== 'online-storage') return
    if (service.arrangedByItSection) return
    yield conditional(
      'principle-exception',
      '/service/category',
      `「${label('category', service.category)}」は情報政策課が整備したもの以外は原則として利用できず、「${label('condition', 'principle-exception')}」が必要です。`,
      `情報政策課が整備したサービスを使うか、例外とする理由と日付を conditions の id: principle-exception（${label('condition', 'principle-exception')}）に記録し、情報政策課の判断を受けてください。`,
    )
  },
})
