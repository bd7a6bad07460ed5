import type { Service } from '../../src/generated/service.ts'
import { type Asked, advice, each, type Finding, serviceRule } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'

export default serviceRule({
  title: '求められていない記載',
  section: '9',
  why: '要らない記載を減らして、申請と審査の手間を小さくするためです。',
  interpretations: [10],
  *check(service, asked) {
    if (asked.outcome === 'prohibited') return
    if (asked.outcome === 'application') yield* unaskedParts(service, asked)
    else yield* unaskedBlocks(service, label('outcome', asked.outcome))
  },
})

const remedy = '誤って書いたものであれば消し、これまでの記録であればそのまま残してください。'

/** The blocks of an application, of which a use without one needs none. */
const blocks = [
  { key: 'application', name: '利用申請' },
  { key: 'contract', name: '契約と費用' },
  { key: 'risks', name: 'リスクの検討結果' },
  { key: 'criteria', name: '別表の確認結果' },
  { key: 'checks', name: '点検の記録' },
  { key: 'governmentCloud', name: 'ガバメントクラウドの対策' },
] as const

const unaskedBlocks = (service: Service, outcome: string): Iterable<Finding> =>
  each(blocks, function* ({ key, name }) {
    if (service[key] !== undefined)
      yield advice(`/${key}`, `「${outcome}」の利用に、「${name}」の記載は求められていません。`, remedy)
  })

type Part = { at: string; name: string; use: string; isUnasked(service: Service, asked: Asked): boolean }

/** The parts which only some applications need. */
const parts: readonly Part[] = [
  {
    at: '/criteria',
    name: '別表の確認結果',
    use: '重要情報を扱わない利用',
    isUnasked: ({ criteria, information }) => criteria !== undefined && information.kinds.length === 0,
  },
  {
    // Where the class is wrong, that is the fault: the block itself is right.
    at: '/governmentCloud',
    name: 'ガバメントクラウドの対策',
    use: '標準準拠システム等を運用しない利用',
    isUnasked: ({ governmentCloud, use }) => governmentCloud !== undefined && !use.standardCompliantSystem,
  },
  {
    at: '/application/informatizationPlan',
    name: '情報化企画書',
    use: '無料で重要情報を扱わない利用',
    isUnasked: ({ application }, { procedure }) =>
      application?.informatizationPlan !== undefined && !procedure.application.informatizationPlan,
  },
  {
    at: '/information/pia',
    name: '特定個人情報保護評価',
    use: '特定個人情報を扱わない利用',
    isUnasked: ({ information: { kinds, pia } }) => pia !== undefined && !kinds.includes('specific-personal'),
  },
]

const unaskedParts = (service: Service, asked: Asked): Iterable<Finding> =>
  each(parts, function* ({ at, name, use, isUnasked }) {
    if (isUnasked(service, asked)) yield advice(at, `${use}に、「${name}」の記載は求められていません。`, remedy)
  })
