import type { Service } from '../../src/generated/service.ts'
import { each, serviceRule, violation } from '../../src/rule.ts'
import { idsOf, label } from '../../src/vocabulary.ts'
import { contradictions } from '../tables.ts'

type Row = (typeof contradictions.rows)[number]

export default serviceRule({
  title: '両立しない種類と区分',
  section: '2',
  why: '用語の定義と合わない区分を選ぶと、違う決まりを当てはめることになるためです。',
  *check({ service }) {
    yield* each(contradictions.rows, function* (row) {
      if (!holds(row, service)) return
      const { names, keys } = involved(row, service)
      yield violation(
        '/service/category',
        `${row.reason.slice(0, -1)}ので、${names.join('と')}は両立しません。`,
        `${keys.join('と')}を、サービスの実際に合わせて直してください。`,
      )
    })
  },
})

const holds = ({ category, classes, pricing, models }: Row, service: Service['service']): boolean =>
  (category === undefined || category === service.category) &&
  classes.includes(service.class) &&
  (pricing === undefined || pricing === service.pricing) &&
  (models === undefined || models.some((model) => model === service.model))

/** What contradicts each other, in words and as keys; a row for all classes is not about the class. */
function involved(row: Row, service: Service['service']): { names: string[]; keys: string[] } {
  const names = [`種類「${label('category', service.category)}」`]
  const keys = ['service.category']
  if (row.classes.length < idsOf('serviceClass').length) {
    names.push(`区分「${label('serviceClass', service.class)}」`)
    keys.push('service.class')
  }
  if (row.pricing !== undefined) {
    names.push(`料金「${label('pricing', row.pricing)}」`)
    keys.push('service.pricing')
  }
  if (row.models !== undefined) {
    names.push(`提供形態「${label('model', service.model ?? null)}」`)
    keys.push('service.model')
  }
  return { names, keys }
}
