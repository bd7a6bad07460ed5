import { changeRule, violation } from '../../src/rule.ts'

export default changeRule({
  title: 'ファイルの削除と移動',
  section: '9',
  why: '終えた利用も、終了の届出とともに台帳に残すためです。',
  *check({ transition }) {
    if (transition !== 'removal') return
    yield violation(
      '',
      '利用のファイルは、消すことも、ほかの場所へ移すこともできません。',
      'ファイルを元の場所に戻し、利用を終えたときは termination に終了の届出を書いてください。',
    )
  },
})
