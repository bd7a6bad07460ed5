import { applicationRule, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

export default applicationRule({
  title: '終了の報告の方法',
  section: '9',
  why: '台帳調査への回答で終了の届出に代えられるのは、重要情報を扱う利用と有料の利用だけだからです。',
  interpretations: [24],
  *check({ termination }, { termination: asked }) {
    if (termination?.reportedBy === 'register-survey' && !asked.surveyMayReplace)
      yield violation(
        '/termination/reportedBy',
        `無料で重要情報を扱わない利用の終了は、「${label('reportedBy', 'register-survey')}」では報告できません。`,
        '様式3で届け出て、termination.reportedBy を form3（様式3の届出）にしてください。',
      )
  },
})
