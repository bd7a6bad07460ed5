import { keysOf, type Pointer } from '../../../src/pointer.ts'
import { fieldId } from '../../links.ts'
import { Notice } from '../../parts/notice.tsx'
import { useDesk } from '../desk.ts'
import { wordPlace } from '../model/records.ts'
import { isWritten, type Section } from '../model/sections.ts'

/** What is to be mended on a page, each with the way to it. */
export const PageSummary = ({ section }: { section: Section }) => {
  const { work, judged } = useDesk()
  const wrong = judged.found.filter(
    ({ place, verdict }) =>
      verdict === 'violation' && section.blocks.includes(keysOf(place)[0] ?? '') && isWritten(work, place),
  )
  if (wrong.length === 0) return null
  return (
    <Notice kind="error" title={`直すところが${wrong.length}件あります`}>
      <ul>
        {wrong.map(({ place, message }, index) => (
          <li key={index}>
            <a href={`#${fieldId(place)}`} onClick={(event) => goTo(event, place)}>
              {wordPlace(place)}
            </a>
            : {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The address belongs to the step: only the focus moves. */
export function goTo(event: Event, place: Pointer): void {
  event.preventDefault()
  const field = document.getElementById(fieldId(place)) ?? document.getElementById(`${fieldId(place)}-box`)
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}
