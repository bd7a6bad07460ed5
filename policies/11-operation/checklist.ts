import { applicationRule } from '../../src/rule.ts'
import { checklistFaults } from '../checklist.ts'
import { form5 } from '../tables.ts'

export default applicationRule({
  title: '様式5（運用・保守、重要情報あり）の記録',
  section: '11',
  why: '提供されるサービスの状況は変わるので、運用中も対策の実施状況を漏れなく確かめる必要があるためです。',
  check: (service) => checklistFaults(service, form5),
})
