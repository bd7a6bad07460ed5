import { periodOf, periods } from '../../src/publication.ts'
import { alarms, alarmsOf, wordAlarm } from '../../src/register/alarms.ts'
import { useStatuses, wordStatus } from '../../src/register/status.ts'
import type { RegisterContext } from '../../src/register.ts'
import { idsOf, label, type Term } from '../../src/vocabulary.ts'
import type { Site, Use } from '../site.ts'
import type { Choice, FacetChoices } from './column.ts'
import type { Facet } from './state.ts'

type Named = readonly [value: string, name: string]

/** To all of what a use answers, by facet. */
export function valuesOf({ row, source }: Use, { edition, asOf }: Site): Partial<Record<Facet, readonly string[]>> {
  const { department, kinds, category, pricing, status, nextDue } = row
  const some = [...(kinds ?? []), ...(kinds === null ? [] : [kinds.length > 0 ? 'some' : 'none'])]
  const always = {
    department: [department],
    kinds: some,
    class: listed(row.class),
    category: listed(category),
    pricing: listed(pricing),
  }
  if (edition === 'public') return { ...always, status: [periodOf(source.value, asOf)] }
  const marked = alarmsOf(row)
  return {
    ...always,
    status: [status],
    due: [nextDue?.state ?? 'none'],
    alarm: [...marked, ...(marked.length > 0 ? ['any'] : [])],
  }
}
const listed = (id: string | null): string[] => (id === null ? [] : [id])

/** What there is to choose from: only what some use answers to. */
export function facetsOf(site: Site): FacetChoices[] {
  const values = site.uses.map((use) => valuesOf(use, site))
  const facet = (name: Facet, title: string, named: readonly Named[]): FacetChoices => ({
    facet: name,
    name: title,
    choices: named
      .map(
        ([value, word]): Choice => ({
          ...{ value, name: word },
          count: values.filter((one) => one[name]?.includes(value)).length,
        }),
      )
      .filter(({ count }) => count > 0),
  })
  return [
    facet('department', '課', departmentsIn(site)),
    facet('kinds', '重要情報', [['some', 'あり'], ['none', 'なし'], ...termed('informationKind')]),
    facet('class', 'サービスの区分', termed('serviceClass')),
    facet('category', 'サービスの種類', termed('category')),
    facet('pricing', '有料・無料', termed('pricing')),
    ...(site.edition === 'public'
      ? [facet('status', '利用期間', Object.entries(periods))]
      : [
          facet(
            'status',
            '状態',
            useStatuses.map((id) => [id, wordStatus(id)]),
          ),
          facet('due', '次の期限', [...termed('dueState').toReversed(), ['none', '期限なし']]),
          facet('alarm', '注意するもの', [['any', 'どれか'], ...alarms.map((id): Named => [id, wordAlarm(id)])]),
        ]),
  ].filter(({ choices }) => choices.length > 0)
}

const termed = (term: Term): Named[] =>
  idsOf(term).flatMap((id): Named[] => (id === null ? [] : [[id, label(term, id)]]))

/** Every section that has a use, in the order of the table of sections. */
export function departmentsIn({ uses, context }: Pick<Site, 'uses' | 'context'>): Named[] {
  const order = orderOf(context)
  const names = new Map(uses.map(({ row }) => [row.department, row.departmentName ?? row.department]))
  return [...names].sort(([a], [b]) => order(a) - order(b))
}

/** What the table of sections does not know stands behind what it does. */
export const orderOf = ({ departments }: Pick<RegisterContext, 'departments'>): ((slug: string) => number) => {
  const ranks = new Map(departments.map(({ slug }, rank) => [slug, rank]))
  return (slug) => ranks.get(slug) ?? ranks.size
}
