import { applicationRule, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '責任分界点',
  section: '8',
  why: '区と提供者の役割と責任の範囲が決まっていないと、必要な対策がどちらからも抜け落ちるためです。',
  *check({ information, contract }) {
    if (information.kinds.length === 0 || contract?.form !== 'agreement') return
    if (contract.responsibilities === undefined)
      yield violation(
        '/contract',
        '重要情報を扱う契約に、責任分界点が書かれていません。',
        '区と提供者の責任の範囲と、それを定めた文書を contract.responsibilities に書いてください。',
      )
  },
})
