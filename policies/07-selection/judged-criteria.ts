import { applicationRule, judgement, violation } from '../../src/rule.ts'
import { eachShortfall, isMandatory, nameOf, resultOf } from '../criteria.ts'
import { criteria } from '../tables.ts'

export default applicationRule({
  title: '別表の高・中・低の行',
  section: '7',
  why: '高・中・低の行が要るかどうかは、扱う情報の重要度と業務の特性によって変わるためです。',
  interpretations: [19],
  *check({ criteria: entries }, { criteria: asked }) {
    yield* eachShortfall(entries, asked, function* (entry, row, at) {
      if (isMandatory(row)) return
      if (entry.reason === undefined)
        yield violation(
          at,
          `${nameOf(row)}を${resultOf(entry)}とした理由が書かれていません。`,
          'この行の reason に、情報の重要度や業務の特性に照らした理由を書いてください。',
        )
      else
        yield judgement(
          `${at}/result`,
          `${nameOf(row)}（レベル「${criteria.levels[row.level]}」）を${resultOf(entry)}とした理由についての判断が必要です。`,
          '書かれた理由が、情報の重要度や業務の特性に照らして妥当かを判断してください。',
        )
    })
  },
})
