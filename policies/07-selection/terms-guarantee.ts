import { applicationRule, judgement } from '../../src/rule.ts'

export default applicationRule({
  title: '約款によるサービスの保証',
  section: '7',
  why: '重要情報を扱う外部サービスは、求める内容が契約やサービスレベルの合意で定められるものを選ぶためです。',
  *check({ information, contract }) {
    if (information.kinds.length === 0 || contract?.form !== 'terms') return
    if (contract.serviceLevel === undefined)
      yield judgement(
        '/contract',
        '約款・規約で定められたサービスレベルが書かれていません。',
        '定めがあれば contract.serviceLevel に書き、なければ、定めのないまま利用できるかを判断してください。',
      )
    if (contract.responsibilities === undefined)
      yield judgement(
        '/contract',
        '約款・規約で定められた責任分界点が書かれていません。',
        '定めがあれば contract.responsibilities に書き、なければ、定めのないまま利用できるかを判断してください。',
      )
  },
})
