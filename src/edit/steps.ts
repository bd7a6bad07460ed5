import { isMapping, type Mapping } from '../draft/mapping.ts'

/** One change of one place: undefined takes away, and the place behind the last item of a list appends. */
export type Step = { keys: readonly string[]; value: unknown }

/** The smallest changes that make one value out of another; what stays the same is not touched. */
export function stepsBetween(before: unknown, after: unknown, keys: readonly string[]): Step[] {
  if (isSame(before, after)) return []
  if (isMapping(before) && isMapping(after) && !isEmpty(before) && !isEmpty(after))
    return mappingSteps(before, after, keys)
  if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0)
    return listSteps(before, after, keys)
  return [{ keys, value: after }]
}

const isEmpty = (value: Mapping): boolean => Object.keys(value).length === 0

/** Additions first, so that the mapping is never empty in between. */
function mappingSteps(before: Mapping, after: Mapping, keys: readonly string[]): Step[] {
  const kept = Object.entries(after).flatMap(([key, value]) => stepsBetween(before[key], value, [...keys, key]))
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  return [...kept, ...gone.map((key) => ({ keys: [...keys, key], value: undefined }))]
}

function listSteps(before: readonly unknown[], after: readonly unknown[], keys: readonly string[]): Step[] {
  const kept = after.flatMap((value, index) => stepsBetween(before[index], value, [...keys, `${index}`]))
  const gone = before.slice(after.length).map((_, index) => `${after.length + index}`)
  return [...kept, ...gone.reverse().map((index) => ({ keys: [...keys, index], value: undefined }))]
}

/** Whether two values say the same; the order of keys says nothing. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]))
  if (!isMapping(left) || !isMapping(right)) return Object.is(left, right)
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  )
}

/** A value with one place changed, as data. */
export function withStep(value: unknown, { keys: [key, ...rest], value: by }: Step): unknown {
  if (key === undefined) return by
  if (Array.isArray(value)) {
    const item = withStep(value[Number(key)], { keys: rest, value: by })
    return [...value.slice(0, Number(key)), ...(item === undefined ? [] : [item]), ...value.slice(Number(key) + 1)]
  }
  const { [key]: inner, ...others } = value as Mapping
  const entry = withStep(inner, { keys: rest, value: by })
  return entry === undefined ? others : { ...others, [key]: entry }
}

/** Without what is undefined: no text has a place for it. */
export function stated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stated)
  if (!isMapping(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (entry === undefined ? [] : [[key, stated(entry)]])),
  )
}
