import { applicationRule } from '../../src/rule.ts'
import { checklistFaults } from '../checklist.ts'
import { form4 } from '../tables.ts'

export default applicationRule({
  title: '様式4（導入・構築）の記録',
  section: '10',
  why: '導入・構築のときに対策の実施状況を漏れなく確かめておかないと、不備のあるまま使い始めてしまうためです。',
  check: (service) => checklistFaults(service, form4),
})
