import { advice, applicationRule, each, type Finding, type Procedure, violation } from '../../src/rule.ts'
import { measures } from '../tables.ts'

export default applicationRule({
  title: 'ガバメントクラウドの対策の記録',
  section: '15',
  why: 'ガバメントクラウド上で標準準拠システム等を運用するには、ほかの対策に加えて、定められた対策をすべて実施する必要があるためです。',
  interpretations: [28],
  *check({ governmentCloud }, procedure) {
    if (procedure.measures.length === 0) return
    if (governmentCloud === undefined || governmentCloud.length === 0) {
      yield violation(
        governmentCloud === undefined ? '' : '/governmentCloud',
        '標準準拠システム等を運用するのに、ガバメントクラウドの対策が一つも記録されていません。',
        'governmentCloud に、対策の番号と実施状況を一つずつ書いてください。',
      )
      return
    }
    yield* misnumbered(governmentCloud, procedure)
    yield* unanswered(governmentCloud, procedure)
  },
})

type Answers = { measure: number }[]
type Row = (typeof measures.rows)[number]
const nameOf = ({ symbol, title }: Row): string => `対策${symbol}「${title}」`

function misnumbered(answers: Answers, { measures: asked }: Procedure): Iterable<Finding> {
  const answered = new Set<number>()
  return each(answers, function* ({ measure }, index) {
    const at = `/governmentCloud/${index}/measure`
    const row = measures.rows.find(({ number }) => number === measure)
    if (row === undefined)
      yield violation(at, `${measure}番の対策はありません。`, `対策の番号は1から${measures.rows.length}までです。`)
    else if (answered.has(measure))
      yield violation(at, `${nameOf(row)}の記録が、二つ以上あります。`, '正しい記録を一つだけ残してください。')
    else if (!asked.includes(measure))
      yield advice(
        at,
        `${nameOf(row)}は、この提供形態では求められません。`,
        'SaaSなら service.model に saas（SaaS（ソフトウェアまで））と書き、SaaSでなければこの記録を外してください。',
      )
    answered.add(measure)
  })
}

/** Silent where a number cannot be read: it may be the one that seems to be missing. */
function* unanswered(answers: Answers, { measures: asked }: Procedure): Iterable<Finding> {
  const answered = new Set(answers.map(({ measure }) => measure))
  for (const row of measures.rows)
    if (asked.includes(row.number) && !answered.has(row.number))
      yield violation(
        '/governmentCloud',
        `${nameOf(row)}の記録がありません。`,
        `governmentCloud に measure: ${row.number} と実施状況を書いてください。`,
      )
}
