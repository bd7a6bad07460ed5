import { expect, test } from 'vitest'
import { policies } from '../policies/index.ts'
import { assess } from './assess.ts'

// The guideline's tables, written out by hand: nothing here is read from policies/ or schemas/.
const classes = ['government-cloud', 'lgwan-asp-national', 'lgwan-asp-closed', 'lgwan-asp-internet', 'cloud', 'web']
const networks = ['mynumber', 'lgwan', 'internet']
const kinds = ['personal', 'special-care', 'specific-personal', 'critical']
/** §3: o 〇, x ×, p ※事前相談, s ※特定通信, c ※要配慮個人情報は慎重に判断. Columns: 住民情報系, 庁内情報系, インターネット系. */
const matrix: Record<string, string> = {
  'government-cloud': 'opx',
  'lgwan-asp-national': 'oox',
  'lgwan-asp-closed': 'sox',
  'lgwan-asp-internet': 'xcx',
  cloud: 'xxc',
  web: 'xxc',
}
/** §9: the rows that need no application, and those of them which must not hold 重要情報. */
const always = ['telecom', 'post', 'finance', 'government-requested', 'contractor', 'logo-form']
const ordinaryOnly = [
  'logo-chat',
  'microsoft-365',
  'free-map-search-translation',
  'free-information-gathering',
  'download-only',
  'training',
]

type Use = {
  governedBy: string | null
  class: string
  networks: string[]
  kinds: string[]
  pricing: string
  category: string
  exemption: string | null
  consent: boolean
  arranged: boolean
}

function expected(use: Use): { outcome: string; conditions: string[]; because: string[] } {
  const important = use.kinds.length > 0
  if (use.governedBy !== null)
    return { outcome: 'out-of-scope', conditions: [], because: ['01-general/other-rule-book'] }
  const cells = use.networks.map((network) => matrix[use.class]![networks.indexOf(network)]!)
  const holds =
    use.exemption !== null &&
    (use.exemption !== 'free-map-search-translation' ||
      (use.pricing === 'free' && ['map', 'search', 'translation'].includes(use.category))) &&
    (use.exemption !== 'free-information-gathering' || use.pricing === 'free')
  const prohibiting = [
    cells.includes('x') && '03-scope/network-matrix',
    use.pricing === 'free' &&
      important &&
      !(use.category === 'distribution' && use.consent) &&
      '03-scope/free-important',
    holds && important && ordinaryOnly.includes(use.exemption!) && '09-procedure/exemption-prohibition',
  ].filter((rule) => rule !== false)
  if (prohibiting.length > 0) return { outcome: 'prohibited', conditions: [], because: prohibiting.sort() }
  const byMatrix = [
    cells.includes('p') && 'prior-consultation',
    cells.includes('s') && 'specific-communication',
    cells.includes('c') && use.kinds.includes('special-care') && 'sensitive-care',
  ].filter((condition) => condition !== false)
  const inPrinciple = !holds && !use.arranged && ['web-mail', 'online-storage'].includes(use.category)
  const because = [
    byMatrix.length > 0 && '03-scope/network-matrix',
    inPrinciple && '03-scope/principle-exception',
    holds && '09-procedure/exemption',
  ].filter((rule) => rule !== false)
  const conditions = [...byMatrix, ...(inPrinciple ? ['principle-exception'] : [])]
  return { outcome: holds ? 'exempt' : 'application', conditions, because: because.sort() }
}

const subsets = <Item>(items: Item[]): Item[][] =>
  items.reduce<Item[][]>((found, item) => found.concat(found.map((subset) => [...subset, item])), [[]])

function answer(use: Use) {
  const { outcome, conditions, because, application, termination, checks, criteria } = assess(
    {
      service: { class: use.class, pricing: use.pricing, category: use.category, arrangedByItSection: use.arranged },
      use: { networks: use.networks, exemption: use.exemption, governedBy: use.governedBy },
      information: { kinds: use.kinds, publishedWithConsent: use.consent },
    },
    policies,
  )
  return { outcome, conditions, because: because.map(({ rule }) => rule), application, termination, checks, criteria }
}

/** §9's closing table, by 重要情報 and price. */
function procedure({ kinds, pricing, category }: Use) {
  if (kinds.length > 0) {
    const specific = kinds.includes('specific-personal') ? ['X2'] : []
    const ai = category === 'generative-ai' ? ['X1'] : []
    const rest = Array.from({ length: 40 }, (_, index) => index + 1).filter(
      (number) => ![1, 2, 32, 34].includes(number),
    )
    return {
      application: { form: 1, informatizationPlan: true },
      termination: { report: 'form3', surveyMayReplace: true },
      checks: [
        { form: 4, when: 'introduction' },
        { form: 5, when: 'operation' },
        { form: 6, when: 'termination' },
      ],
      criteria: { required: [1, 2, 32, 34, ...specific], judged: [...rest, ...ai] },
    }
  }
  return {
    application: { form: 2, informatizationPlan: pricing === 'paid' },
    termination: { report: 'form3', surveyMayReplace: pricing === 'paid' },
    checks: [{ form: 7, when: 'operation' }],
    criteria: { required: [], judged: [] },
  }
}

function* uses(categories: string[], flags: boolean[], rulers: (string | null)[]): Iterable<Use> {
  for (const governedBy of rulers)
    for (const serviceClass of classes)
      for (const from of subsets(networks).filter(({ length }) => length > 0))
        for (const handled of categories.length > 1
          ? [[], ['personal'], ['special-care', 'specific-personal']]
          : subsets(kinds))
          for (const pricing of ['free', 'paid'])
            for (const exemption of [null, ...always, ...ordinaryOnly])
              for (const category of categories)
                for (const consent of flags)
                  for (const arranged of flags)
                    yield {
                      governedBy,
                      class: serviceClass,
                      networks: from,
                      kinds: handled,
                      pricing,
                      category,
                      exemption,
                      consent,
                      arranged,
                    }
}

function mismatches(all: Iterable<Use>): object[] {
  const wrong: object[] = []
  for (const use of all) {
    const { application, termination, checks, criteria, ...said } = answer(use)
    const wanted = expected(use)
    const asked = said.outcome === 'application' ? { application, termination, checks, criteria } : {}
    const due = wanted.outcome === 'application' ? procedure(use) : {}
    if (JSON.stringify([said, asked]) !== JSON.stringify([wanted, due])) wrong.push({ use, said, wanted })
  }
  return wrong.slice(0, 3)
}

test('他の規程 × 区分 × 接続元 × 情報 × 有料・無料 × 省略の全組合せが、ガイドラインの表のとおりになる', () => {
  expect(mismatches(uses(['other'], [false], [null, 'sns-guideline']))).toEqual([])
}, 60_000)

test('種類・同意・整備が結論を変える組合せも、ガイドラインの表のとおりになる', () => {
  const categories = ['map', 'distribution', 'web-mail', 'online-storage', 'generative-ai']
  expect(mismatches(uses(categories, [false, true], [null]))).toEqual([])
}, 60_000)
