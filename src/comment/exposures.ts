import type { Service } from '../generated/service.ts'
import type { Pointer } from '../pointer.ts'
import { idsOf, label } from '../vocabulary.ts'
import { grown, kept, more, ranked } from './comparisons.ts'
import { sentence } from './escape.ts'
import type { Comparison, Levels, Shift } from './risk.ts'
import { wordValue } from './values.ts'

/** What a use exposes, heaviest first: information, lines, criteria, contract, places. */
export const exposures = (levels: Levels): Comparison[] => [
  more('/information/kinds', '取り扱う情報', 'informationKind', {
    'specific-personal': 98,
    'special-care': 96,
    critical: 94,
    personal: 92,
  }),
  more('/use/networks', '接続元のネットワーク', 'network', { mynumber: 90, lgwan: 89, internet: 88 }),
  criteria(levels),
  risks,
  ranked('/contract/form', '契約の形態', ['agreement', 'terms'], 80),
  ranked('/service/class', 'サービスの区分', idsOf('serviceClass'), 78),
  more('/use/places', '利用場所', 'place', { outside: 76, telework: 75, office: 0 }),
  more('/use/lines', '利用回線', 'line', { other: 74, internal: 0 }),
  more('/use/devices', '利用端末', 'device', { other: 73, issued: 0 }),
  ranked('/service/pricing', '有料・無料', ['paid', 'free'], 70),
  provider,
  ranked('/use/generativeAi', '生成AI機能の利用', [false, true], 64),
  ranked('/information/publishedWithConsent', '本人の同意による配信', [false, true], 62),
  grown('/information/subjects', '本人の数', 58),
  grown('/information/handlers', '取扱者の数', 57),
  grown('/use/users', '利用する職員数', 40),
  ...safeguards.map(([pointer, what]) => kept(pointer, what)),
  ranked('/use/period/autoRenewal', '自動更新', [false, true], 30),
]

/** Safeguards that the file states in words. */
const safeguards: readonly (readonly [Pointer, string])[] = [
  ['/information/safetyMeasures', '安全管理措置'],
  ['/contract/serviceLevel', 'サービスレベル'],
  ['/contract/responsibilities', '責任分界点'],
  ['/use/restrictions', '庁外・支給外端末の制限'],
  ['/information/pia', '特定個人情報保護評価'],
]

const provider: Comparison = (before, after) => {
  const [old, now] = [before.service.service.provider, after.service.service.provider]
  const isSame =
    old.corporateNumber !== undefined && now.corporateNumber !== undefined
      ? old.corporateNumber === now.corporateNumber
      : old.name === now.name
  const country = ranked('/service/provider/country', '提供者の国', [old.country, now.country], 66)
  return [
    ...(isSame ? [] : [shiftOf('提供者が替わる', '/service/provider/name', old.name, now.name, 68)]),
    ...(old.country === undefined || now.country === undefined ? [] : country(before, after)).map(
      (shift): Shift => ({
        ...shift,
        effect: now.country === 'JP' ? 'lowers' : 'raises',
      }),
    ),
  ]
}

const shiftOf = (what: string, pointer: Pointer, before: unknown, after: unknown, weight: number): Shift => ({
  effect: 'raises',
  weight,
  what,
  before: wordValue(pointer, before),
  after: wordValue(pointer, after),
})

const weightOfLevel: Readonly<Record<string, number>> = { required: 87, high: 60, medium: 48, low: 46 }

/** 別表: a row that was met and no longer is, or the other way round. */
function criteria(levels: Levels): Comparison {
  return (before, after) => {
    const old = new Map(before.service.criteria?.map(({ number, result }) => [number, result]))
    return (after.service.criteria ?? []).flatMap(({ number, result }): Shift[] => {
      const [known, row] = [old.get(number), levels.get(number)]
      if (row === undefined || known === undefined || (known === 'met') === (result === 'met')) return []
      const [was, is] = [known, result].map((id) => label('criterionResult', id))
      const effect = result === 'met' ? 'lowers' : 'raises'
      const what = sentence(`別表No.${number}「${row.title}」（${label('criterionLevel', row.level)}）`)
      return [{ effect, weight: weightOfLevel[row.level] ?? 46, what, before: was!, after: is! }]
    })
  }
}

/** Risks that the section no longer accepts, or accepts now. */
const risks: Comparison = (before, after) => {
  const count = ({ risks: all = [] }: Service): number => all.filter(({ accepted }) => !accepted).length
  const [old, now] = [count(before.service), count(after.service)]
  if (old === now) return []
  const word = (number: number): string => `${number}件`
  const effect = now > old ? 'raises' : 'lowers'
  return [{ effect, weight: 82, what: '許容しないリスク', before: word(old), after: word(now) }]
}
