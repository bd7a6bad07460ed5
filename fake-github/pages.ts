import type { Json, JsonObject } from './json.ts'
import type { Answer } from './rest/call.ts'

export type Page = { readonly status: number; readonly body: Json | undefined; readonly link: string | undefined }

const most = 100

/** One page of a list, with the Link header GitHub gives when there are several. */
export function pageOf(answer: Answer, url: URL, drop: number): Page {
  if (!('list' in answer)) return { status: answer.status, body: truncateTree(answer.body, drop), link: undefined }
  const size = Math.min(Math.max(Number(url.searchParams.get('per_page') ?? 30), 1), most)
  const number = Math.max(Number(url.searchParams.get('page') ?? 1), 1)
  const list = drop === 0 ? answer.list : answer.list.slice(0, -drop)
  const last = Math.max(Math.ceil(list.length / size), 1)
  const items = list.slice((number - 1) * size, number * size)
  const body: Json = answer.key === undefined ? items : ({ ...answer.within, [answer.key]: items } as JsonObject)
  return { status: 200, body, link: linkOf(url, number, last) }
}

function linkOf(url: URL, number: number, last: number): string | undefined {
  const to = (page: number, rel: string) => {
    const address = new URL(url)
    address.searchParams.set('page', String(page))
    return `<${address.href}>; rel="${rel}"`
  }
  const back = number > 1 ? [to(number - 1, 'prev'), to(1, 'first')] : []
  const on = number < last ? [to(number + 1, 'next'), to(last, 'last')] : []
  return back.length + on.length === 0 ? undefined : [...back, ...on].join(', ')
}

/** A tree is a list too, which says itself that it is not whole. */
function truncateTree(body: Json | undefined, drop: number): Json | undefined {
  const tree = body as JsonObject | undefined
  if (drop === 0 || tree?.truncated === undefined || !Array.isArray(tree.tree)) return body
  return { ...tree, truncated: true, tree: tree.tree.slice(0, -drop) }
}
