import { factRule, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'
import { networkMatrix } from '../tables.ts'

const line = label('network', 'internet')

export default factRule({
  title: '特定個人情報を扱う接続元',
  section: '3',
  why: '個人番号を扱う事務は、三層に分けた回線のうちインターネットにつながらない側で行うためです。',
  interpretations: [1],
  *check({ use, information, service }) {
    const index = use.networks.indexOf('internet')
    if (index < 0 || !information.kinds.includes('specific-personal')) return
    // Another rule book decides for itself, and where nobody may come from this line at all, the matrix has said so.
    if (use.governedBy !== null || networkMatrix.cells[service.class].internet === 'prohibited') return
    yield violation(
      `/use/networks/${index}`,
      `「${label('informationKind', 'specific-personal')}」を「${line}」から扱うことはできません。`,
      `use.networks から「${line}」を外すか、「${label('informationKind', 'specific-personal')}」を扱わないようにしてください。`,
    )
  },
})
