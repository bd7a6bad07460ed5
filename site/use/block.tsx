import { type ComponentChildren, Fragment } from 'preact'
import { isDay } from '../../src/calendar.ts'
import { sectionsOf } from '../../src/explain/grounds.ts'
import type { Clause } from '../../src/explain/knowledge.ts'
import { valueAt } from '../../src/facts.ts'
import { plain } from '../../src/form/script.ts'
import { valueIn } from '../../src/form/values.ts'
import { fields } from '../../src/generated/fields.ts'
import type { Pointer } from '../../src/pointer.ts'
import { Day } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Grounds } from '../parts/grounds.tsx'
import { Words } from '../parts/words.tsx'
import type { UseView } from './view.ts'

/** What can be stated in a block once, however deep it stands there. */
const leavesOf = (block: string): Pointer[] =>
  Object.entries(fields).flatMap(([pointer, { type }]) =>
    pointer.startsWith(`/${block}/`) && !pointer.includes('*') && type !== 'object' ? [pointer] : [],
  )

const isStated = (value: unknown): boolean => value !== undefined && value !== null

export const holdsBlock = (stated: unknown, block: string): boolean =>
  leavesOf(block).some((pointer) => isStated(valueAt(stated, pointer)))

/** All that a file states in a block, each with the sections that ask for it. */
export const Block = ({ stated, block, clauses }: { stated: unknown; block: string; clauses: readonly Clause[] }) => (
  <Facts
    rows={leavesOf(block)
      .filter((pointer) => isStated(valueAt(stated, pointer)))
      .map((pointer) => [
        fields[pointer]?.title ?? pointer,
        <>
          <Value pointer={pointer} value={valueAt(stated, pointer)} />
          <Grounds sections={sectionsOf(pointer, clauses)} />
        </>,
      ])}
  />
)

export const titleOfBlock = (block: string): string => fields[`/${block}`]?.title ?? block

const blocks = ['service', 'use', 'information', 'contract', 'application', 'department']

/** What is used how, block by block, and under which permission. */
export const Content = ({ view: { stated, knowledge, permission } }: { view: UseView }) => (
  <>
    {permission?.state === 'permitted' && permission.inForce !== null && (
      <p>
        {permission.inForce.id}（<Day day={permission.inForce.recordedAt.slice(0, 10)} />
        ）までの許可に基づく内容です。
      </p>
    )}
    {blocks
      .filter((block) => holdsBlock(stated, block))
      .map((block) => (
        <Fragment key={block}>
          <h3 id={block}>{titleOfBlock(block)}</h3>
          <Block stated={stated} block={block} clauses={knowledge.clauses} />
        </Fragment>
      ))}
  </>
)

const Value = ({ pointer, value }: { pointer: Pointer; value: unknown }): ComponentChildren => {
  if (typeof value === 'string' && isDay(value)) return <Day day={value} />
  const words = valueIn(plain, pointer, value)
  if (!/^https?:\/\//.test(words)) return <Words>{words}</Words>
  return (
    <a href={words} rel="noreferrer">
      <Words>{words}</Words>
    </a>
  )
}
