import { factRule, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

export default factRule({
  title: '標準準拠システム等とサービスの区分',
  section: '15',
  why: '標準準拠システム等についての追加の対策は、ガバメントクラウドの上で運用するときの定めであるためです。',
  interpretations: [28],
  *check({ service, use }) {
    if (!use.standardCompliantSystem || service.class === 'government-cloud') return
    yield violation(
      '/use/standardCompliantSystem',
      `標準準拠システム等の運用とありますが、サービスの区分が「${label('serviceClass', service.class)}」です。`,
      'ガバメントクラウド上の運用なら service.class を government-cloud（ガバメントクラウド）に、そうでなければ use.standardCompliantSystem を false にしてください。',
    )
  },
})
