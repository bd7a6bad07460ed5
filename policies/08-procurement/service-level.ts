import { applicationRule, violation } from '../../src/rule.ts'

export default applicationRule({
  title: 'サービスレベルの合意',
  section: '8',
  why: '求める水準を契約の時に合意しておかないと、止まったときや漏れたときに対応を求められないためです。',
  *check({ information, contract }) {
    if (information.kinds.length === 0 || contract?.form !== 'agreement') return
    if (contract.serviceLevel === undefined)
      yield violation(
        '/contract',
        '重要情報を扱う契約に、サービスレベルが書かれていません。',
        '提供者と合意したサービスレベルと、それを定めた文書を contract.serviceLevel に書いてください。',
      )
  },
})
