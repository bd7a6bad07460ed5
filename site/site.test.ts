import { beforeAll, describe, expect, test } from 'vitest'
import { explainAs } from '../src/explain/explain.ts'
import { namesOf } from '../src/explain/names.ts'
import { placeOf } from '../src/explain/places.ts'
import { entriesOf } from './search/index.ts'
import type { Site } from './site.ts'
import { siteWith } from './testing/folder.ts'
import { headingsIn, idsIn, linksIn, sourcesIn, targetOf, titleIn } from './testing/html.ts'
import { filesOf } from './write.ts'

const editions = { internal: siteWith(), public: siteWith({ edition: 'public' }) }
const { knowledge } = editions.internal

describe.each(Object.entries(editions))('every page of the %s edition', (_, site) => {
  let files: Record<string, string | Uint8Array>
  let pages: [path: string, html: string][]
  let anchors: Map<string, Set<string>>
  beforeAll(async () => {
    files = await filesOf(site)
    pages = Object.entries(files).filter(([path]) => path.endsWith('.html')) as [string, string][]
    anchors = new Map(pages.map(([path, html]) => [path, new Set(idsIn(html))]))
  })

  /** Pages of which `wrong` says something. */
  const faults = (wrong: (html: string, path: string) => string[]): string[] =>
    pages.flatMap(([path, html]) => wrong(html, path).map((fault) => `${path}: ${fault}`))

  const isThere = (link: string, from: string): boolean => {
    const target = targetOf(link, from)
    if (target === null) return true
    const { path, anchor } = target
    // What the scripts of a page read from its address is no anchor.
    return path in files && (anchor === '' || anchor.includes('=') || anchors.get(path)?.has(anchor) === true)
  }

  test('is there', () => expect(pages.length).toBeGreaterThan(20))

  test('says in which language it is written', () =>
    expect(faults((html) => (html.includes('<html lang="ja">') ? [] : ['lang']))).toEqual([]))

  test('has a title of its own', () => {
    const titles = pages.map(([, html]) => titleIn(html))
    expect(titles.filter((title, index) => title === '' || titles.indexOf(title) !== index)).toEqual([])
  })

  test('has one first heading, and skips no level', () =>
    expect(
      faults((html) => {
        const levels = headingsIn(html)
        const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
        return levels.filter((level) => level === 1).length === 1 && jumps.length === 0 ? [] : [levels.join(' ')]
      }),
    ).toEqual([]))

  test('has no anchor twice', () =>
    expect(
      faults((html) => {
        const ids = idsIn(html)
        return ids.filter((id, index) => ids.indexOf(id) !== index)
      }),
    ).toEqual([]))

  test('leads nowhere that is not there', () =>
    expect(faults((html, path) => linksIn(html).filter((link) => !isThere(link, path)))).toEqual([]))

  test('asks for nothing from outside, and for nothing that is not there', () =>
    expect(
      faults((html, path) =>
        [...sourcesIn(html), ...linkedFiles(html)].filter(
          (source) => !source.startsWith('data:') && (targetOf(source, path) === null || !isThere(source, path)),
        ),
      ),
    ).toEqual([]))

  test('has no style and no script of its own in it', () =>
    expect(
      faults((html) => [
        ...(html.match(/<style|\sstyle=|\son[a-z]+="/g) ?? []),
        ...(html.match(/<script(?![^>]*\ssrc=)[^>]*>/g) ?? []),
        ...(html.match(/javascript:/g) ?? []),
      ]),
    ).toEqual([]))

  test('leads to the same places in the same order, at its head and at its foot', () => {
    // Papers only lead back, and forms to each other.
    const screens = pages.filter(([, html]) => !html.includes('<header class="bar">'))
    const frames = screens.map(([, html]) =>
      [/<header.*?<\/header>/s, /<footer.*?<\/footer>/s]
        .flatMap((part) => [...(part.exec(html)?.[0].matchAll(/<a [^>]*>(.*?)<\/a>/gs) ?? [])])
        .map(([, name]) => name)
        .join('・'),
    )
    expect([...new Set(frames)]).toEqual([expect.stringContaining('台帳')])
  })

  test('says under which policy it runs, before anything else is loaded', () =>
    expect(
      faults((html) => {
        const [policy, first] = [html.indexOf('Content-Security-Policy'), html.search(/<(script|link)/)]
        return policy > 0 && policy < first ? [] : ['policy']
      }),
    ).toEqual([]))

  test('names its scripts and styles by what they hold', () =>
    expect(
      faults((html) =>
        [...sourcesIn(html), ...linkedFiles(html)].filter(
          (source) => /\.(js|css)/.test(source) && !/\?v=\w{10}$/.test(source),
        ),
      ),
    ).toEqual([]))

  test('whatever can be explained stands where the search leads', () => {
    const entries = entriesOf(knowledge)
    expect(entries.length).toBeGreaterThan(600)
    expect(entries.filter(([, , , place]) => !isThere(place, '')).map(([kind, title]) => `${kind} ${title}`)).toEqual(
      [],
    )
  })
})

const linkedFiles = (html: string): string[] =>
  [...html.matchAll(/<link [^>]*href="([^"]*)"/g)].map(([, href]) => href!)

test('the first page of the public edition promises nothing that only the other has', async () => {
  const textOf = async (site: Site) => String((await filesOf(site))['index.html'])
  expect(await textOf(editions.internal)).toContain('その状態・条件・期限を調べます。')
  expect(await textOf(editions.public)).not.toContain('期限を調べます。')
})

test('whatever can be explained is called by its name where it stands', async () => {
  const files = await filesOf(editions.internal)
  const lost = namesOf(knowledge).flatMap(({ kind, id }) => {
    const [path = '', anchor] = placeOf(kind, id, knowledge).split('#')
    const html = String(files[path])
    const from = anchor === undefined ? 0 : html.indexOf(`id="${decodeURIComponent(anchor)}"`)
    const { title } = explainAs(kind, id, knowledge).topic
    return from >= 0 && textOf(html.slice(from)).slice(0, near).includes(textOf(title))
      ? []
      : [`${kind} ${id}: ${title}`]
  })
  expect(lost).toEqual([])
})

/** So many letters behind the anchor the name has come. */
const near = 800

/** Without tags, and without what is written differently in HTML. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:quot|amp|lt|gt);/g, '')
    .replaceAll(/["&<>\s]/g, '')
