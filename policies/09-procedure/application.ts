import { applicationRule, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '利用申請',
  section: '9',
  why: '外部サービスを新たに使うときと更改するときは、情報政策課へ申請して審査を受けるためです。',
  interpretations: [31],
  *check({ application }) {
    if (application === undefined)
      yield violation(
        '',
        'この利用には申請が必要ですが、利用申請が書かれていません。',
        'application に、申請日と、申請区分として new（新規）か renewal（更改）を書いてください。',
      )
  },
})
