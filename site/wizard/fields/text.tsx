import { isDay } from '../../../src/calendar.ts'
import type { Field } from '../../../src/generated/fields.ts'
import { wareki, weekday } from '../../../src/wareki.ts'

type Props = {
  id: string
  kind: 'line' | 'lines' | 'number'
  isDay?: boolean
  value: string
  isWrong: boolean
  describedBy: string
  label?: string
  type(text: string): void
  leave(): void
}

/** A text, as it is typed. */
export const TextInput = ({ id, kind, isDay = false, value, isWrong, describedBy, label, type, leave }: Props) => {
  const shared = {
    id,
    value,
    'aria-invalid': isWrong,
    'aria-describedby': describedBy,
    ...(label === undefined ? {} : { 'aria-label': label }),
    onInput: (event: { currentTarget: { value: string } }) => type(event.currentTarget.value),
    onBlur: leave,
  }
  if (kind === 'lines') return <textarea {...shared} rows={Math.min(8, 2 + value.split('\n').length)} />
  return (
    <input type="text" {...shared} inputMode={kind === 'number' ? 'numeric' : 'text'} class={isDay ? 'day' : kind} />
  )
}

type EchoProps = { id: string; shown: string; answer: unknown; field: Field }

/** How a day or a number is understood that was typed in another way. */
export const Echo = ({ id, shown, answer, field }: EchoProps) => {
  if (answer === undefined) return null
  if (field.type === 'date' && isDay(String(answer)))
    return (
      <p class="echo" id={id}>
        {String(answer)}（{wareki(String(answer))}・{weekday(String(answer))}）
        {shown === answer ? 'です。' : 'として記録します。'}
      </p>
    )
  if (shown === String(answer)) return null
  return (
    <p class="echo" id={id}>
      「{String(answer)}」として記録します。
    </p>
  )
}
