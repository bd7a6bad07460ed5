import { placeOfRule } from '../explain/places.ts'
import { isServicePath } from '../gate/paths.ts'
import type { CommentInput } from '../gate/types.ts'
import { siteAddress } from '../site-address.ts'
import { inline } from './escape.ts'
import { cite, type Guideline, titleOf } from './guideline.ts'

/**
 * Where links may lead: our repository, by a commit and a path that hold nothing but what such names are made of, and
 * the site of this guideline, where its address is set and is one.
 */
export type Site = { repository: string; head: string; guide: string | null }

export const siteOf = ({ repository, pullRequest, site }: CommentInput): Site => ({
  repository,
  head: pullRequest.head,
  guide: site !== null && siteAddress(site) === site ? site : null,
})

const repositoryUrl = /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[A-Za-z0-9-]+\/[A-Za-z0-9._-]+$/
const commitName = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/
const isKnown = ({ repository, head }: Pick<Site, 'repository' | 'head'>): boolean =>
  repositoryUrl.test(repository) && commitName.test(head)

/** A file as it stands at the head, as a link where it can be one. */
export const linkFile = (file: string, site: Site): string =>
  isKnown(site) && isServicePath(file)
    ? `[${inline(file)}](${site.repository}/blob/${site.head}/${file})`
    : inline(file)

export const linkLine = (file: string, line: number, site: Site): string =>
  isKnown(site) && isServicePath(file)
    ? `[${line}行目](${site.repository}/blob/${site.head}/${file}#L${line})`
    : `${line}行目`

/** The section that a rule rests on; where there is a site, it leads to the rule there. */
export function linkRule(rule: string, section: string | null, { guide }: Site, guideline: Guideline): string {
  if (guide === null || titleOf(rule, guideline) === null) return cite(section)
  return `[${section === null || section === '' ? '説明' : cite(section)}](${guide}${placeOfRule(rule)})`
}

/** Short, and as code: GitHub would make links of its own. */
export const shortCommit = (commit: string): string => inline(commit.slice(0, 12))
