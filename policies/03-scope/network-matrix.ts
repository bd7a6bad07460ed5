import { conditional, factRule, prohibit } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'
import { networkMatrix } from '../tables.ts'

export default factRule({
  title: '接続元とサービスの区分の組合せ',
  section: '3',
  why: '三層に分けた回線をまたぐと、住民の情報が外へ出る道ができるためです。',
  interpretations: [1, 15, 16],
  *check({ service, use, information }) {
    for (const [index, network] of use.networks.entries()) {
      const cell = networkMatrix.cells[service.class][network]
      const at = `/use/networks/${index}`
      const pair = `「${label('serviceClass', service.class)}」を「${label('network', network)}」から`

      if (cell === 'allowed') continue
      if (cell === 'prohibited') yield prohibit(at, `${pair}利用することはできません。`, alternative(service.class))
      else if (cell === 'sensitive-care' && !information.kinds.includes('special-care')) continue
      else
        yield conditional(
          cell,
          at,
          `${pair}利用するには、「${label('condition', cell)}」が必要です。`,
          `理由と日付を conditions の id: ${cell}（${label('condition', cell)}）に記録し、情報政策課の判断を受けてください。`,
        )
    }
  },
})

/** The networks from which a service of this class may be used. */
function alternative(serviceClass: keyof typeof networkMatrix.cells): string {
  const cells = Object.entries(networkMatrix.cells[serviceClass])
  const open = cells.filter(([, cell]) => cell !== 'prohibited').map(([network]) => `「${label('network', network)}」`)
  return `この区分のサービスを使えるのは${open.join('か')}です。接続元か、サービスの区分を見直してください。`
}
