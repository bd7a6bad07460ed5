import { applicationRule, each, judgement } from '../../src/rule.ts'
import { measures } from '../tables.ts'

export default applicationRule({
  title: '重要操作の手順',
  section: '15',
  why: '重大な事故につながりかねない操作は、操作ごとに手順にしておく必要があるためです。',
  *check({ governmentCloud }, procedure) {
    if (procedure.measures.length === 0) return
    yield* each(governmentCloud, function* ({ measure, result, parts }, index) {
      const row = measures.rows.find(({ number }) => number === measure)
      if (result === 'no' || result === 'n/a') return
      const absent = (row?.parts ?? []).filter(({ id }) => parts === undefined || !Object.hasOwn(parts, id))
      if (absent.length === 0) return
      const at = `/governmentCloud/${index}`
      yield judgement(
        parts === undefined ? at : `${at}/parts`,
        `次の重要操作の手順が書かれていません：${absent.map(({ id, text }) => `${id}（${text}）`).join('、')}。`,
        `parts の ${absent.map(({ id }) => id).join('、')} に、手順を定めた文書などを書いてください。`,
      )
    })
  },
})
