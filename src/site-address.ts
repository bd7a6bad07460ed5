/** A host and folders of it, in letters that mean nothing in Markdown, in HTML or on a terminal. */
const address = /^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:\/[A-Za-z0-9._~-]+)*\/?$/

/**
 * Where the site is published, with a slash at its end, from what somebody set: '' or nothing means nowhere, and
 * undefined comes back for what is no such address. 「none」 means nowhere too: a variable of GitHub is never empty,
 * and one that is set keeps everybody who may write from setting it one level higher.
 */
export function siteAddress(written: string | undefined): string | null | undefined {
  const trimmed = (written ?? '').trim()
  if (trimmed === '' || trimmed === 'none') return null
  if (!address.test(trimmed)) return undefined
  return trimmed.endsWith('/') ? trimmed : `${trimmed}/`
}

export const wrongAddress =
  'SITE_ADDRESS には、台帳サイトのアドレス（https://… で始まり、? や # のないもの）を書いてください。'
