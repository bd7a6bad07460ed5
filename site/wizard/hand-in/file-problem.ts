import { useDesk } from '../desk.ts'
import { useListed } from '../listed.ts'
import { nameProblem } from '../model/doors.ts'

/** Why the file cannot have the name that somebody has given it; null where it can. */
export function useFileProblem(): string | null {
  const { work, judged, edition } = useDesk()
  const isNew = work.base === null && work.name !== ''
  const uses = useListed(isNew && edition === 'internal') ?? []
  if (!isNew) return null
  const isTaken = uses.some(({ path }) => path === judged.file)
  return isTaken
    ? '同じ名前の利用が台帳にあります。別の名前にするか、台帳からその利用を選んで変えてください。'
    : nameProblem(work.name)
}
