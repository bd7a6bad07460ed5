import { applicationRule, violation } from '../../src/rule.ts'

export default applicationRule({
  title: '代理登録の元の申請書',
  section: '9',
  why: '情報政策課が代わりに入力した内容が、課の出した申請書と同じであることを、後から確かめられるようにするためです。',
  *check({ application }) {
    const entry = application?.entry
    if (entry?.by !== 'it-section' || entry.sha256 !== undefined) return
    yield violation(
      '/application/entry',
      '情報政策課が代わりに入力した申請に、元の申請書のSHA-256が書かれていません。',
      '受け取った申請書のファイルのSHA-256を application.entry.sha256 に書き、課が自分で入力したのであれば application.entry.by を section（利用課）にしてください。',
    )
  },
})
