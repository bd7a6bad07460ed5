import { policies } from '../../policies/index.ts'
import { isDay } from '../../src/calendar.ts'
import { readingOf } from '../../src/check.ts'
import { byDay, type Deadline, dueOf } from '../../src/due.ts'
import { isServicePath } from '../../src/gate/paths.ts'
import type { LedgerRecord } from '../../src/ledger/record.ts'
import { found } from '../files.ts'
import { contentsOf, type Repository } from '../git.ts'
import { sourceOf } from '../sources.ts'

/** A whole import would make a list that nobody reads. */
const mostFiles = 10

/** What falls due of the uses that a record permits, as on the day of the record; of each thing the next day only. */
export function dutiesOf(repository: Repository, { kind, files, recordedAt }: LedgerRecord): Deadline[] {
  const permitted = files.flatMap(({ path, blob }) => (blob !== null && isServicePath(path) ? [{ path, blob }] : []))
  if (kind !== 'permission' || permitted.length > mostFiles) return []
  const contents = [
    ...contentsOf(
      repository,
      permitted.map(({ blob }) => blob),
    ),
  ]
  const all = permitted.flatMap(({ path }, index) => {
    const { readable, value, refused } = sourceOf(path, found(contents[index]!, []))
    return readable ? dueOf(path, readingOf(value, refused), policies, recordedAt.slice(0, 10)) : []
  })
  const known = all.filter(({ due }) => isDay(due)).sort(byDay)
  return known.filter((one, index) => known.findIndex((other) => isSame(one, other)) === index)
}

const isSame = (one: Deadline, other: Deadline): boolean => one.file === other.file && one.subject === other.subject
