import { changeRule, violation } from '../../src/rule.ts'

export default changeRule({
  title: '終えた利用の変更',
  section: '9',
  why: '終了の届出は許可の終わりであり、使い続けるには新しい申請が要るためです。',
  interpretations: [21],
  *check({ base, head, changed, renewed }) {
    if (base?.service.termination === undefined || head === null) return
    if (changed.some(({ pointer }) => pointer === '/termination'))
      yield violation(
        '',
        '終えた利用から、終了の届出が消えています。',
        '終了の届出を元に戻し、再び利用するときは新しいファイルで申請してください。',
      )
    const [first] = renewed
    if (first !== undefined)
      yield violation(
        first,
        '終えた利用を、更改することはできません。',
        '元の内容に戻し、再び利用するときは新しいファイルで申請してください。',
      )
    for (const list of ['checks', 'confirmations'] as const) {
      const recorded = base.service[list]?.length ?? 0
      if ((head.service[list]?.length ?? 0) > recorded)
        yield violation(
          `/${list}/${recorded}`,
          '終えた利用に、新しい記録が加えられています。',
          '加えた記録を消し、終了の届出の誤りは termination を直してください。',
        )
    }
  },
})
