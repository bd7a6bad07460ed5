import { isServicePath } from '../gate/paths.ts'
import { inline } from './escape.ts'

/** Where links may lead: our repository only, by a commit and a path that hold nothing but what such names are made of. */
export type Site = { repository: string; head: string }

const repositoryUrl = /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/
const commitName = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/
const isKnown = ({ repository, head }: Site): boolean => repositoryUrl.test(repository) && commitName.test(head)

/** A file as it stands at the head, as a link where it can be one. */
export const linkFile = (file: string, site: Site): string =>
  isKnown(site) && isServicePath(file)
    ? `[${inline(file)}](${site.repository}/blob/${site.head}/${file})`
    : inline(file)

export const linkLine = (file: string, line: number, site: Site): string =>
  isKnown(site) && isServicePath(file)
    ? `[${line}行目](${site.repository}/blob/${site.head}/${file}#L${line})`
    : `${line}行目`

/** Short, and as code: GitHub would make links of its own. */
export const shortCommit = (commit: string): string => inline(commit.slice(0, 12))
