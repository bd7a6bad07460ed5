import { applicationRule } from '../../src/rule.ts'
import { checklistFaults } from '../checklist.ts'
import { form6 } from '../tables.ts'

export default applicationRule({
  title: '様式6（更改・廃棄）の記録',
  section: '12',
  why: '終わるときの確認に漏れがあると、重要情報が提供者の側に残るおそれがあるためです。',
  check: (service) => checklistFaults(service, form6),
})
