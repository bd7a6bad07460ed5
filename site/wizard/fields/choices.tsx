import type { Choice } from '../../../src/draft/answer.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { partIds } from './box.tsx'

export type Option = { key: string; label: string; hint?: string | undefined }

type Props = {
  pointer: Pointer
  options: readonly Option[]
  /** The keys of the options that are chosen. */
  chosen: readonly string[]
  many?: boolean
  isWrong: boolean
  choose(key: string, isChosen: boolean): void
  leave(): void
}

/** So many letters stand side by side. */
const shortLabel = 6

/** One or several of a few options, all in sight. */
export const Choices = ({ pointer, options, chosen, many = false, isWrong, choose, leave }: Props) => {
  const { id, found, help } = partIds(pointer)
  const isShort = options.every(({ label, hint }) => label.length <= shortLabel && hint === undefined)
  return (
    <div class={isShort ? 'choices choices-short' : 'choices'}>
      {options.map(({ key, label, hint }, index) => (
        <div key={key} class="choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            id={index === 0 ? id : `${id}-${key}`}
            name={id}
            checked={chosen.includes(key)}
            aria-invalid={isWrong}
            aria-describedby={`${help} ${found}`}
            onChange={(event) => choose(key, event.currentTarget.checked)}
            onBlur={leave}
          />
          <label for={index === 0 ? id : `${id}-${key}`}>
            {label}
            {hint !== undefined && <span class="hint">{hint}</span>}
          </label>
        </div>
      ))}
    </div>
  )
}

export const optionOf = ({ id, label }: Choice): Option => ({ key: id, label })
