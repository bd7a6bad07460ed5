import { advice, applicationRule } from '../../src/rule.ts'

export default applicationRule({
  title: '利用に合った様式での点検',
  section: '14',
  why: '点検に使う様式は、重要情報を扱うかどうかで決まるためです。',
  interpretations: [22],
  *check({ checks = [] }, procedure) {
    const last = checks.at(-1)
    // 様式6 ends the handling of important information, so that it may stand last where there is none any more.
    if (last === undefined || last.form === 6 || procedure.checks.some(({ form }) => form === last.form)) return
    const forms = procedure.checks.map(({ form }) => `様式${form}`).join('、')
    yield advice(
      `/checks/${checks.length - 1}/form`,
      `様式${last.form}は、この利用の点検に使う様式ではありません。`,
      `この利用の点検には${forms}を使います。様式か、取り扱う情報の種類を確かめてください。`,
    )
  },
})
