import { applicationRule, each, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'
import { measures } from '../tables.ts'

export default applicationRule({
  title: 'ガバメントクラウドの対策の結果',
  section: '15',
  why: '該当なしと答えられるのは前提の定めがある対策だけであり、実施済みでない対策には理由が要るためです。',
  *check({ governmentCloud }, procedure) {
    if (procedure.measures.length === 0) return
    yield* each(governmentCloud, function* (answer, index) {
      const { result } = answer
      if (result === 'yes') return
      const said = `「${label('checkResult', result)}」`
      const row = measures.rows.find(({ number }) => procedure.measures.includes(number) && number === answer.measure)
      if (result === 'n/a' && row !== undefined && row.mayNotApply === undefined)
        yield violation(
          `/governmentCloud/${index}/result`,
          `対策${row.symbol}「${row.title}」には、${said}と答えられません。`,
          '実施状況を、yes（実施済み）、partial（一部実施）、no（未実施）から選んでください。',
        )
      else if (answer.note === undefined)
        yield violation(
          `/governmentCloud/${index}`,
          `${said}と答えた対策に、備考がありません。`,
          'note に、理由と今後の予定を書いてください。',
        )
    })
  },
})
