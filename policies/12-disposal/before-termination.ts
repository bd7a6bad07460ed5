import { applicationRule, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '重要情報を扱った利用の終了時の点検',
  section: '12',
  why: '重要情報を取り出し、提供者の側から消したことを、利用を終えるときに確かめるためです。',
  interpretations: [21],
  *check({ termination, checks = [] }, procedure) {
    if (termination === undefined || !procedure.checks.some(({ when }) => when === 'termination')) return
    if (checks.some(({ form }) => form === 6)) return
    yield violation(
      '/termination',
      '重要情報を扱う利用を終えるのに、様式6（更改・廃棄）の記録がありません。',
      'checks に、利用終了時の様式6の記録を書いてください。',
    )
  },
})
