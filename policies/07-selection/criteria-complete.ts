import { advice, applicationRule, type CriterionNumber, each, type Finding, violation } from '../../src/rule.ts'
import { applicableRows, nameOf, type Row, rowOf } from '../criteria.ts'

export default applicationRule({
  title: '別表の確認結果の過不足',
  section: '7',
  why: '重要情報を扱う外部サービスは、別表の求める内容を1行ずつ提供者に確かめて選ぶためです。',
  *check({ criteria: entries }, { criteria: asked }) {
    const rows = applicableRows(asked)
    if (rows.length === 0) return
    if (entries === undefined || entries.length === 0) {
      yield violation(entries === undefined ? '' : '/criteria', '別表の確認結果が書かれていません。', fillIn)
      return
    }

    const numbers: CriterionNumber[] = []
    yield* each(entries, function* ({ number }, index) {
      const repeated = numbers.includes(number)
      numbers.push(number)
      yield* faultsOf(number, `/criteria/${index}/number`, rows, repeated ? 'repeated' : 'first')
    })
    // An entry whose number cannot be read may answer any of the rows that seem to be absent.
    if (numbers.length < entries.length) return
    for (const row of rows.filter(({ number }) => !numbers.includes(number)))
      yield violation(
        '/criteria',
        `${nameOf(row)}の確認結果がありません。`,
        `criteria に number: ${row.number} の行を加え、result に結果を、evidence に根拠資料を書いてください。`,
      )
  },
})

const fillIn = '別表のこの利用に当てはまる行をすべて提供者に確かめ、結果を criteria に書いてください。'

function* faultsOf(number: CriterionNumber, at: string, rows: Row[], time: 'first' | 'repeated'): Iterable<Finding> {
  const row = rowOf(number)
  if (row === undefined) yield violation(at, `別表にNo.${number}の行はありません。`, '別表の番号を確かめてください。')
  else if (time === 'repeated')
    yield violation(at, `${nameOf(row)}の確認結果が重複しています。`, '同じ番号の行を1つにまとめてください。')
  else if (!rows.includes(row)) yield advice(at, `${nameOf(row)}は、この利用では求められていません。`, leaveOut(row))
}

/** §15 is answered in its own block, whatever the use. */
const leaveOut = ({ bodyMandate, condition }: Row): string =>
  bodyMandate === '15'
    ? 'ガバメントクラウドの対策の実施状況は governmentCloud に書くため、この行は消してください。'
    : `「${condition}」に当たるかを確かめ、当たらなければこの行を消してください。`
