import type { Service } from '../../src/generated/service.ts'
import { applicationRule, runRule, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

/** What takes a use out of the ward's own places, lines and devices. */
const elsewhere = [
  { name: label('place', 'outside'), isSo: ({ places }: Service['use']) => places?.includes('outside') },
  { name: label('line', 'other'), isSo: ({ lines }: Service['use']) => lines?.includes('other') },
  { name: label('device', 'other'), isSo: ({ devices }: Service['use']) => devices?.includes('other') },
]

export default applicationRule({
  title: '庁外・支給外端末での利用の制限',
  section: '4',
  why: '庁内回線と支給端末の守りが及ばないところでは、場所と回線を区の側で制限するしかないためです。',
  interpretations: [32],
  *check({ use }) {
    if (use.restrictions !== undefined) return
    const names = elsewhere.filter(({ isSo }) => runRule(() => [isSo(use)]).findings.includes(true))
    if (names.length === 0) return
    yield violation(
      '/use',
      `${names.map(({ name }) => `「${name}」`).join('')}で利用するのに、制限の内容が書かれていません。`,
      'use.restrictions に、利用する場所と回線をどう制限するか、どの規程や手順を守るかを書いてください。',
    )
  },
})
