/**
 * Keeps the site for use without a network. With one it changes nothing that is seen: pages always come from the
 * server; only scripts, styles and data, whose address names what they hold, may come from here. Each version has a
 * store of its own, and a page is never shown from the store of another.
 */
import { offlinePath } from '../links.ts'
import type { Kept } from './kept.ts'

type Event = { waitUntil(promise: Promise<unknown>): void }
type Fetched = Event & { request: Request; respondWith(answer: Promise<Response>): void }
declare const self: {
  kept: Kept
  registration: { scope: string }
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(name: 'install' | 'activate', listener: (event: Event) => void): void
  addEventListener(name: 'fetch', listener: (event: Fetched) => void): void
}

const { version, files } = self.kept
const { scope } = self.registration
// One address may hold the sites of several repositories, and they share the stores.
const ours = `shinsa ${scope} `
const store = `${ours}${version}`
const atOnce = 6

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'GET' && request.url.startsWith(scope) && !request.headers.has('range'))
    event.respondWith(answer(request))
})

/** All of it, or nothing: half a version is none. */
async function install(): Promise<void> {
  const cache = await caches.open(store)
  const waiting = [...files]
  const fill = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [path, integrity] = next
      const address = new URL(path, scope).href
      const known = path.includes('?v=') ? await caches.match(address) : undefined
      await cache.put(address, known ?? (await fresh(address, integrity)))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, fill))
  await renewVisited(cache)
  await self.skipWaiting()
}

async function fresh(address: string, integrity?: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache', ...(integrity === undefined ? {} : { integrity }) })
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response
}

/** Pages that were looked at in the version before, as they are in this one; what is gone is gone. */
async function renewVisited(cache: Cache): Promise<void> {
  for (const name of await storesBefore())
    for (const { url } of await (await caches.open(name)).keys())
      if (/\.html$/.test(url) && (await cache.match(url)) === undefined) {
        const response = await fresh(url).catch(() => null)
        if (response !== null) await cache.put(url, response)
      }
}

const storesBefore = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(ours) && name !== store)

async function activate(): Promise<void> {
  // A page that was open before may still ask for a script of its own version.
  const old = (await storesBefore()).slice(0, -1)
  await Promise.all(old.map((name) => caches.delete(name)))
  await self.clients.claim()
}

async function answer(request: Request): Promise<Response> {
  if (new URL(request.url).searchParams.has('v')) {
    const known = await found(() => caches.match(request.url))
    if (known !== undefined) return known
  }
  try {
    const response = await newest(request)
    if (response.ok && response.type === 'basic') await found(() => keep(request, response.clone()))
    return response
  } catch (error) {
    const known = await found(() => fromStore(request))
    if (known !== undefined) return known
    if (request.mode === 'navigate') return Response.redirect(new URL(offlinePath, scope).href)
    throw error
  }
}

/** Never what the browser kept of another version; a request for a page cannot be changed, only asked for again. */
const newest = (request: Request): Promise<Response> =>
  request.mode === 'navigate'
    ? fetch(request.url, { cache: 'no-cache', redirect: 'manual' })
    : fetch(request, { cache: 'no-cache' })

/** A folder stands for its index; a script that is asked for without a version is that of this one. */
async function fromStore({ url }: Request): Promise<Response | undefined> {
  const cache = await caches.open(store)
  const { origin, pathname, searchParams } = new URL(url)
  const path = `${origin}${pathname}${pathname.endsWith('/') ? 'index.html' : ''}`
  return (await cache.match(url)) ?? (searchParams.has('v') ? undefined : cache.match(path, { ignoreSearch: true }))
}

async function keep(request: Request, response: Response): Promise<undefined> {
  const { origin, pathname, search } = new URL(request.url)
  const page = request.mode === 'navigate' && pathname.endsWith('/') ? 'index.html' : ''
  const cache = await caches.open(store)
  await cache.put(`${origin}${pathname}${page}${request.mode === 'navigate' ? '' : search}`, response)
}

/** A store that is refused or full must not break a page. */
const found = async <Found>(look: () => Promise<Found>): Promise<Found | undefined> => look().catch(() => undefined)
