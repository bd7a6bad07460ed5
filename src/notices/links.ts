import { inline } from '../comment/escape.ts'
import { isServicePath } from '../gate/paths.ts'
import type { Kind } from '../intake/form.ts'

const repositoryUrl = /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/

/** A file as it stands now: a link by a commit would have to be written anew each day. */
export const linkNow = (file: string, repository: string): string =>
  repositoryUrl.test(repository) && isServicePath(file)
    ? `[${inline(file)}](${repository}/blob/HEAD/${file})`
    : inline(file)

/** A form with these answers filled in already. */
export function linkForm(
  text: string,
  kind: Kind,
  answers: Readonly<Record<string, string>>,
  repository: string,
): string {
  if (!repositoryUrl.test(repository)) return text
  const given = Object.entries(answers).map(([id, answer]) => `&${id}=${encoded(answer)}`)
  return `[${text}](${repository}/issues/new?template=${kind}.yml${given.join('')})`
}

const longest = 100

/** Nothing of it can end the link that it stands in. */
const encoded = (answer: string): string =>
  encodeURIComponent([...answer.replaceAll(/[\p{Cs}\p{Cc}]/gu, ' ')].slice(0, longest).join('')).replaceAll(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
