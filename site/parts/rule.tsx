import { readings } from '../../src/explain/readings.ts'
import type { Policies } from '../../src/rule.ts'
import { ruleLink } from '../links.ts'
import { Link } from './link.tsx'

/** A rule by its title, which leads to where it stands in the guideline; what is looked at before the rules, to the fields. */
export const Rule = ({ id, policies: { rules } }: { id: string; policies: Policies }) => {
  const rule = rules[id]
  const reading = readings[id]
  if (rule === undefined && reading === undefined) return <>{id}</>
  if (rule === undefined) return <Link to={ruleLink(id)}>{reading!.title}</Link>
  return (
    <Link to={ruleLink(id)}>
      ガイドライン {rule.section}　{rule.title}
    </Link>
  )
}
