import type { Service } from '../../src/generated/service.ts'
import { each, serviceRule, violation } from '../../src/rule.ts'

const places = [
  { at: '/service/provider/corporateNumber', read: ({ service }: Service) => service.provider.corporateNumber },
  { at: '/contract/party/corporateNumber', read: ({ contract }: Service) => contract?.party?.corporateNumber },
]

export default serviceRule({
  title: '法人番号の検査用数字',
  section: '2',
  why: '法人番号を書き誤ると、提供者を別の事業者と取り違えるためです。',
  *check(service) {
    yield* each(places, function* ({ at, read }) {
      const number = read(service)
      if (number === undefined || number.startsWith(checkDigit(number.slice(1)))) return
      yield violation(
        at,
        `法人番号「${number}」は先頭の検査用の数字が残りの12桁と合わないため、どこかの桁が誤っています。`,
        '国税庁の法人番号公表サイトで13桁を確かめ、書き直してください。',
      )
    })
  },
})

/** 9 less the remainder of the whole sum: from the last digit, odd places count once and even ones twice. */
function checkDigit(base: string): string {
  const sum = [...base].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0)
  return String(9 - (sum % 9))
}
