/** Draws golden comments as GitHub shows them. By hand: `npx tsx scripts/pictures/comment.ts [folder [golden…]]`; needs cmark-gfm, Chromium and pngquant. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { draw, pageOf } from './github.ts'

const pictures = [
  { golden: 'violations', picture: 'comment-violations' },
  { golden: 'judgements-open', picture: 'comment-judgements' },
  { golden: 'renewal-rising', picture: 'comment-renewal' },
]

const [, , target = 'docs/pictures', ...wanted] = process.argv
mkdirSync(target, { recursive: true })
const all = wanted.length === 0 ? pictures : wanted.map((name) => ({ golden: name, picture: name }))
for (const { golden, picture } of all) {
  const markdown = readFileSync(`src/comment/golden/${golden}.md`, 'utf8')
  draw(pageOf(markdown, { by: 'shinsa-gate', what: 'コメント' }), join(target, `${picture}.png`))
}
