/** What a page of ours holds, read from its text: it is written by one renderer, so that simple patterns are exact. */
const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const valuesOf = (html: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(`<[^>]*\\s${attribute}="([^"]*)"`, 'g'))].map(([, value]) => unescaped(value!))

export const idsIn = (html: string): string[] => valuesOf(html, 'id')
export const linksIn = (html: string): string[] => valuesOf(html, 'href')
export const sourcesIn = (html: string): string[] => valuesOf(html, 'src')
export const titleIn = (html: string): string => unescaped(/<title>(.*?)<\/title>/.exec(html)?.[1] ?? '')
export const headingsIn = (html: string): number[] =>
  [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level))

/** The address of another file of the site, from its top folder, and what stands behind `#`; null for an address outside. */
export function targetOf(link: string, page: string): { path: string; anchor: string } | null {
  if (/^[a-z]+:/.test(link)) return null
  const { pathname, hash } = new URL(link, `https://site.example/${page}`)
  return { path: decodeURIComponent(pathname.slice(1)), anchor: decodeURIComponent(hash.slice(1)) }
}
