import type { ComponentChildren } from 'preact'
import type { Field } from '../../../src/generated/fields.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { fieldId } from '../../links.ts'
import { Findings } from '../../parts/findings.tsx'
import { SectionLink } from '../../parts/section-link.tsx'
import { sayingsOn } from '../model/guidance.ts'
import type { Found } from '../model/judged.ts'

/** The ids of what stands around a field, for whoever hears the page instead of seeing it. */
export const partIds = (pointer: Pointer) => {
  const id = fieldId(pointer)
  return { id, help: `${id}-help`, echo: `${id}-echo`, found: `${id}-found` }
}

export type Need = 'required' | 'expected' | null

/** Nothing where no answer may be left out. */
export const NeedMark = ({ need }: { need: Need }) => {
  if (need === null) return null
  return need === 'required' ? <span class="need need-required">※必須</span> : <span class="need">任意</span>
}

/** How to answer, an example, and what the guideline says on it. */
export const Help = ({ pointer, field }: { pointer: Pointer; field: Field }) => {
  const example = field.term === undefined ? field.examples?.[0] : undefined
  return (
    <>
      <p class="help" id={partIds(pointer).help}>
        {field.description}
        {example !== undefined && field.type !== 'boolean' && <span class="example">例: {String(example)}</span>}
      </p>
      <Guidance pointer={pointer} />
    </>
  )
}

/** The guideline's words, folded away until somebody wants them. */
export const Guidance = ({ pointer }: { pointer: Pointer }) => {
  const sayings = sayingsOn(pointer)
  if (sayings.length === 0) return null
  return (
    <details class="guidance">
      <summary>ガイドラインの定め</summary>
      <ul>
        {sayings.map(({ id, section, text }) => (
          <li key={id}>
            {text}（<SectionLink section={section} />）
          </li>
        ))}
      </ul>
    </details>
  )
}

type Props = {
  pointer: Pointer
  /** One control has a label; several have a legend. */
  kind: 'single' | 'group'
  title: ComponentChildren
  need: Need
  help: ComponentChildren
  found: readonly Found[]
  /** What is wrong with what was typed, before any rule can speak of it. */
  problem: string | null
  children: ComponentChildren
}

/** A field: its name, what it is for, the control, and what is said of the answer. */
export const FieldBox = ({ pointer, kind, title, need, help, found, problem, children }: Props) => {
  const { id, found: foundId } = partIds(pointer)
  const isWrong = problem !== null || found.some(({ verdict }) => verdict === 'violation')
  const inside = (
    <>
      {help}
      {children}
      <div id={foundId} class="said">
        {problem !== null && <p class="problem">{problem}</p>}
        <Findings found={found} />
      </div>
    </>
  )
  const name = (
    <>
      {title} <NeedMark need={need} />
    </>
  )
  const className = `field${isWrong ? ' field-wrong' : ''}`
  return kind === 'group' ? (
    <fieldset class={className} id={`${id}-box`}>
      <legend>{name}</legend>
      {inside}
    </fieldset>
  ) : (
    <div class={className} id={`${id}-box`}>
      <label for={id}>{name}</label>
      {inside}
    </div>
  )
}
