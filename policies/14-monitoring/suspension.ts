import { serviceRule, violation } from '../../src/rule.ts'

export default serviceRule({
  title: '利用停止の期間',
  section: '14',
  why: '適切な利用を確保するための停止は、いつからいつまでかが正しく分かる必要があるためです。',
  *check({ suspension }) {
    if (suspension?.until === undefined || suspension.until >= suspension.date) return
    yield violation(
      '/suspension/until',
      '利用停止の期限が、停止した日より前です。',
      '停止した日と期限を確かめてください。期限が決まっていなければ、until は書きません。',
    )
  },
})
