import { isNode, LineCounter, parseDocument } from 'yaml'

export type Path = readonly (string | number)[]
export type Mapping = { readonly [key: string]: unknown }
export type Step = { at: Path; value: Mapping }
export type Job = { id: string; at: Path; value: Mapping; steps: readonly Step[] }
export type Workflow = {
  /** Its name in `.github/workflows`. */
  file: string
  text: string
  value: Mapping
  triggers: ReadonlyMap<string, Mapping>
  jobs: readonly Job[]
  lineOf(path: Path): number
}
export type Finding = { at: Path; message: string }
export type Rule = { id: string; check(workflow: Workflow): readonly Finding[] }

export const mapping = (value: unknown): Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {}
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export function readWorkflow(file: string, text: string): Workflow {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const value = mapping(document.toJS())
  const lineOf = (path: Path): number => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true)
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line
    return path.length === 0 ? 1 : lineOf(path.slice(0, -1))
  }
  const jobs = Object.entries(mapping(value.jobs)).map(([id, given]): Job => {
    const job = mapping(given)
    const at = ['jobs', id]
    const steps = list(job.steps).map((step, index) => ({ at: [...at, 'steps', index], value: mapping(step) }))
    return { id, at, value: job, steps }
  })
  return { file, text, value, triggers: triggersOf(value.on), jobs, lineOf }
}

/** `on: push`, a list, or a mapping: three ways to write one thing. */
function triggersOf(on: unknown): Map<string, Mapping> {
  if (typeof on === 'string') return new Map([[on, {}]])
  if (Array.isArray(on)) return new Map(on.map((name) => [String(name), {}]))
  return new Map(Object.entries(mapping(on)).map(([name, value]) => [name, mapping(value)]))
}

/** Every text in a value, with where it stands. */
export function* textsIn(value: unknown, at: Path): Iterable<{ at: Path; text: string }> {
  if (typeof value === 'string') yield { at, text: value }
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* textsIn(item, [...at, index])
  else for (const [key, inner] of Object.entries(mapping(value))) yield* textsIn(inner, [...at, key])
}
