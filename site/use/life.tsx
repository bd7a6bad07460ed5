import type { Event } from '../../src/register/life.ts'
import { visible } from '../../src/reporters/visible.ts'
import { Day } from '../parts/day.tsx'
import { DueMark } from '../parts/marks.tsx'

/** What happened and what is to come, day by day; today stands between. */
export const Life = ({ events, asOf }: { events: readonly Event[]; asOf: string }) => {
  const before = events.filter(({ date }) => date < asOf)
  const after = events.filter(({ date }) => date >= asOf)
  return (
    <ol class="life">
      {before.map((event, index) => (
        <Item key={index} event={event} />
      ))}
      <li class="life-today">
        <Day day={asOf} /> <span>現在</span>
      </li>
      {after.map((event, index) => (
        <Item key={index} event={event} isAhead />
      ))}
    </ol>
  )
}

const Item = ({ event: { date, what, detail, state }, isAhead = false }: { event: Event; isAhead?: boolean }) => (
  <li class={isAhead ? 'life-ahead' : 'life-past'}>
    <Day day={date} />
    <span>
      {visible(what)}
      {detail !== null && <span class="note">　{visible(detail)}</span>} {state !== null && <DueMark state={state} />}
    </span>
  </li>
)
