import type { ContractForm, Service } from '../../src/generated/service.ts'
import { nearest } from '../../src/nearest.ts'
import { advice, applicationRule, each, type Finding, runRule, violation } from '../../src/rule.ts'
import { label } from '../../src/vocabulary.ts'
import { risks } from '../tables.ts'

type Row = (typeof risks.rows)[number]

export default applicationRule({
  title: 'リスクの検討',
  section: '6',
  why: '契約の形態ごとのリスクを一つずつ検討し、利用の是非を判断するためです。',
  *check(service) {
    const form = formOf(service)
    const required = risks.rows.filter(({ group }) => group === 'common' || group === form)
    const stated = service.risks
    if (stated === undefined || stated.length === 0) {
      yield nothing(stated === undefined ? '' : '/risks', required)
      return
    }
    const seen = new Set<string>()
    yield* each(stated, function* ({ id }, index) {
      yield* entry(id, `/risks/${index}/id`, seen, form)
      seen.add(id)
    })
    // Reads every id: while one cannot be read, nobody knows which is missing.
    yield* missing(
      stated.map(({ id }) => id),
      required,
    )
  },
})

/** A form that is missing or cannot be read is another rule's business: the common risks remain. */
const formOf = (service: Service): ContractForm | undefined => runRule(() => [service.contract?.form]).findings[0]

const nothing = (at: string, required: readonly Row[]): Finding =>
  violation(
    at,
    'リスクの検討の結果が書かれていません。',
    `risks に、${required.map(identified).join('、')}の${required.length}件のリスクを許容できるかどうかを書いてください。`,
  )

function* entry(id: string, at: string, seen: ReadonlySet<string>, form: ContractForm | undefined): Iterable<Finding> {
  const risk = risks.rows.find((row) => row.id === id)
  if (risk === undefined) {
    const meant = meantBy(id)
    const remedy = meant === undefined ? '検討するリスクの識別子' : identified(meant)
    yield violation(at, `「${id}」というリスクはありません。`, `${remedy}に直すか、この項目を消してください。`)
  } else if (seen.has(id))
    yield violation(at, `${named(risk)}が2回以上書かれています。`, 'どちらかの項目を消してください。')
  else if (form !== undefined && risk.group !== 'common' && risk.group !== form)
    yield advice(
      at,
      `${named(risk)}は契約の形態が「${label('riskGroup', risk.group)}」のときのもので、書かなくてかまいません。`,
      '契約の形態が正しければ、この項目を消してください。',
    )
}

/** An id that was mistyped stands for the risk that was meant: one fault, one finding. */
function* missing(stated: readonly string[], required: readonly Row[]): Iterable<Finding> {
  const told = new Set(stated.map((id) => meantBy(id)?.id))
  for (const risk of required)
    if (!told.has(risk.id))
      yield violation(
        '/risks',
        `${named(risk)}の検討の結果が書かれていません。`,
        `risks に id: ${identified(risk)}の項目を加え、許容できるかどうかを書いてください。`,
      )
}

function meantBy(id: string): Row | undefined {
  const rowOf = (wanted: string | undefined): Row | undefined => risks.rows.find((row) => row.id === wanted)
  const ids = risks.rows.map((row) => row.id)
  return rowOf(id) ?? rowOf(nearest(id, ids))
}

/** As it stands in the file, and what it stands for. */
const identified = ({ id, label: name }: Row): string => `${id}（${name}）`
const named = ({ number, label: name }: Row): string => `リスク${number}「${name}」`
