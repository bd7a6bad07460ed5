import { applicationRule } from '../../src/rule.ts'
import { checklistFaults } from '../checklist.ts'
import { form7 } from '../tables.ts'

export default applicationRule({
  title: '様式7（運用・保守、重要情報なし）の記録',
  section: '13',
  why: '重要情報を扱わない利用でも、約款や使い方が変わっていないかを漏れなく確かめる必要があるためです。',
  check: (service) => checklistFaults(service, form7),
})
