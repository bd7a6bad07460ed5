import { applicationRule, violation } from '../../src/rule.ts'
import { eachShortfall, isMandatory, nameOf, resultOf } from '../criteria.ts'

export default applicationRule({
  title: '別表の必須の行',
  section: '7',
  why: '必須の行は、業務にかかわらず必ず満たすものだからです。',
  interpretations: [19],
  *check({ criteria: entries }, { criteria: asked }) {
    yield* eachShortfall(entries, asked, function* (entry, row, at) {
      if (!isMandatory(row)) return
      const demand = row.level === 'required' ? '必須の行' : 'ガイドラインの本文が必ず求める行'
      yield violation(
        `${at}/result`,
        `${nameOf(row)}は${demand}のため、${resultOf(entry)}とした外部サービスは選べません。`,
        '提供者に対応を求めて満たすか、別の外部サービスを選んでください。',
      )
    })
  },
})
