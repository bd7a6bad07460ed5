/** Draws the first page of the register. By hand: `npx tsx scripts/pictures/register.ts [folder]`; needs Chromium and pngquant. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerHtml } from '../../src/exporters/register-html.ts'
import { usesFor } from '../register/uses.ts'
import { drawn } from '../testing/browser.ts'
import { shrink } from './github.ts'

const [, , target = 'docs/pictures'] = process.argv
const mostBytes = 150_000
/** A4 across as the screen has it. */
const size = { width: 1280, height: 900 }

const { register } = usesFor({ paths: [], values: { 'as-of': '2026-12-01' }, switches: new Set(), given: [] })
const picture = join(target, 'register.png')
mkdirSync(target, { recursive: true })
writeFileSync(picture, drawn(registerHtml(register), size))
shrink(picture, mostBytes)
