import { wordRemaining } from '../../src/reporters/due.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { idsOf, label } from '../../src/vocabulary.ts'
import { type Group, groupsOf, type UseTask } from '../deadlines/groups.ts'
import { links, useLink } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { Day } from '../parts/day.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Link } from '../parts/link.tsx'
import { DueMark } from '../parts/marks.tsx'
import { SectionLink } from '../parts/section-link.tsx'
import { TableFrame } from '../parts/table-frame.tsx'
import { departmentsIn } from '../register/facets.ts'
import type { Site } from '../site.ts'

export const deadlinesPage = (site: Site): Page => ({
  path: links.deadlines,
  title: '期限',
  under: 'deadlines',
  scripts: ['deadlines.js'],
  body: <Deadlines site={site} />,
})

const Deadlines = ({ site }: { site: Site }) => {
  const groups = groupsOf(site)
  return (
    <>
      <Title lead="点検、利用状況の確認、契約の満了、根拠の有効期限などを、過ぎているものから月ごとに並べています。">
        期限
      </Title>
      <p>
        <Day day={site.asOf} />
        現在
      </p>
      <Departments site={site} groups={groups} />
      <Downloads
        files={[
          ['deadlines.ics', '予定表に入れる（ics）', '外部サービスの期限.ics'],
          ['deadlines.csv', 'CSV', `外部サービスの期限_${site.asOf}.csv`],
        ]}
      >
        <button type="button" data-print hidden>
          印刷
        </button>
      </Downloads>
      <p id="deadline-counts" role="status" class="hits">
        {wordCounts(groups)}
      </p>
      {groups.map((group) => (
        <Month key={group.id} group={group} asOf={site.asOf} />
      ))}
    </>
  )
}

/** 「期限超過 1・期限間近 7・余裕あり 34」, the most pressing first. */
const wordCounts = (groups: readonly Group[]): string => {
  const states = groups.flatMap(({ tasks }) => tasks.map(({ state }) => state))
  const words = idsOf('dueState')
    .toReversed()
    .map((id) => ({ name: label('dueState', id), count: states.filter((state) => state === id).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`)
  return words.length === 0 ? '期限のあるものはありません。' : words.join('・')
}

/** Sections that have something to do. It waits hidden for the script that makes it work. */
const Departments = ({ site, groups }: { site: Site; groups: readonly Group[] }) => {
  const counts = new Map<string, number>()
  for (const { tasks } of groups)
    for (const { department } of tasks) counts.set(department, (counts.get(department) ?? 0) + 1)
  return (
    <form class="controls screen-only" id="deadline-controls" hidden>
      <div class="control">
        <label for="department">課</label>
        <select id="department">
          <option value="">すべて</option>
          {departmentsIn(site)
            .filter(([id]) => counts.has(id))
            .map(([id, name]) => (
              <option key={id} value={id}>
                {`${name}（${counts.get(id)}）`}
              </option>
            ))}
        </select>
      </div>
    </form>
  )
}

const Month = ({ group: { id, title, tasks }, asOf }: { group: Group; asOf: string }) => (
  <section data-month>
    <h2 id={id}>{title}</h2>
    <TableFrame label={title}>
      <table class="deadlines">
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            {['期限', '残り', 'サービス・課', 'すること', '根拠'].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task, index) => (
            <TaskRow key={index} task={task} asOf={asOf} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  </section>
)

const TaskRow = ({ task, asOf }: { task: UseTask; asOf: string }) => {
  const { due, state, subject, more, remedy, section, use, department } = task
  return (
    <tr data-department={department} data-state={state} class={state === 'overdue' ? 'marked' : undefined}>
      <td>
        <Day day={due} />
      </td>
      <td>
        {wordRemaining(due, asOf)} <DueMark state={state} />
      </td>
      <th scope="row">
        <Link to={useLink(use.path)}>{oneLine(use.row.name ?? use.row.file)}</Link>
        <div class="note">{oneLine(use.row.departmentName ?? department)}</div>
      </th>
      <td>
        {more === 0 ? subject : `${subject}（ほか${more}件）`}
        <div class="note">{remedy}</div>
      </td>
      <td>
        <SectionLink section={section}>{section}</SectionLink>
      </td>
    </tr>
  )
}
