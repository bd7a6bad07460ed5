/** Draws the issue of one section as GitHub shows it. By hand: `npx tsx scripts/pictures/deadlines.ts [folder]`; needs cmark-gfm, Chromium and pngquant. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { policies } from '../../policies/index.ts'
import { deadlinesIssue } from '../../src/notices/deadlines.ts'
import { deadlinesOf } from '../../src/register.ts'
import { nameOf } from '../notices/sections.ts'
import { readSources } from '../sources.ts'
import { draw, pageOf } from './github.ts'

/** On this day the section has something in every state. */
const asOf = '2027-07-15'
const slug = 'joho-seisaku'

const [, , target = 'docs/pictures'] = process.argv
const sources = [...readSources([`services/${slug}`]).sources]
const { title, body } = deadlinesIssue({
  slug,
  name: nameOf(slug, asOf),
  deadlines: sources.flatMap((source) => deadlinesOf(source, source.file, { policies, asOf, records: null })),
  unreadable: [],
  repository: 'https://github.com/example-city/shinsa',
})
mkdirSync(target, { recursive: true })
draw(pageOf(body, { by: 'github-actions', what: '期限', title }), join(target, 'deadlines.png'))
