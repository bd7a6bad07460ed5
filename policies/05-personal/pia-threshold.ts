import { applicationRule, judgement } from '../../src/rule.ts'
import { idsOf, label } from '../../src/vocabulary.ts'
import { piaThresholds } from '../tables.ts'

export default applicationRule({
  title: '特定個人情報保護評価の種類',
  section: '5',
  why: '本人や取扱者の数が多いほど、漏えいしたときの影響が大きく、詳しい評価が要るためです。',
  *check({ information }) {
    if (!information.kinds.includes('specific-personal') || information.pia === undefined) return
    const at = '/information/pia/result'
    const { result } = information.pia
    if (result === 'in-progress') {
      yield judgement(
        at,
        '特定個人情報保護評価が終わっていません。',
        '特定個人情報を扱い始める前に評価を終え、結果と日付を書いてください。',
      )
      return
    }
    const { subjects, handlers } = information
    if (subjects === undefined) return
    const expected = expectedFor(subjects, handlers)
    if (depthOf(expected) <= depthOf(result)) return
    yield judgement(
      at,
      `事務の規模からは「${label('piaResult', expected)}」が見込まれますが、「${label('piaResult', result)}」とされています。`,
      '本人の数と取扱者の数を確かめ、必要な評価を行うか、この結果でよい理由を information.pia.note に書いてください。',
    )
  },
})

type Result = (typeof piaThresholds.rows)[number]['few']

/** The last step that the number of persons reaches; with the handlers unknown, what is certain. */
function expectedFor(subjects: number, handlers = 0): Result {
  const row = piaThresholds.rows.findLast(({ subjectsFrom }) => subjectsFrom <= subjects)! // the first begins at 0
  return handlers >= piaThresholds.handlersThreshold ? row.many : row.few
}

/** The vocabulary names the assessments from none to the fullest. */
const depthOf = (result: Result): number => idsOf('piaResult').indexOf(result)
