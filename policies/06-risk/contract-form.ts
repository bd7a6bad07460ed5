import { applicationRule, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

const forms = `契約の形態（「${label('contractForm', 'agreement')}」か「${label('contractForm', 'terms')}」）`

export default applicationRule({
  title: '契約の形態',
  section: '6',
  why: '契約書を取り交わすか約款に同意するかで、検討するリスクが違うためです。',
  *check({ contract }) {
    if (contract === undefined)
      yield violation(
        '',
        `${forms}が書かれていません。`,
        'contract を書き、contract.form に契約の形態を書いてください。',
      )
    else if (contract.form === undefined)
      yield violation('/contract', `${forms}が書かれていません。`, 'contract.form に契約の形態を書いてください。')
  },
})
