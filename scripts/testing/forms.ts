import { readFileSync } from 'node:fs'
import * as tables from '../../policies/tables.ts'
import { formDocument } from '../../src/exporters/form.ts'
import type { WhichCheck } from '../../src/exporters/form-checks.ts'
import type { Filling, FormDocument } from '../../src/form/document.ts'
import { parseSource } from '../../src/source/document.ts'
import { fillingOf, forms } from '../form.ts'

/** For each form a use that has something to say on it. */
export const samples: readonly (readonly [form: number, file: string])[] = [
  [1, 'services/kenko-suishin/kenshin-yoyaku.yml'],
  [2, 'services/shoko-kanko/kanko-map.yml'],
  [3, 'services/shoko-kanko/shohinken.yml'],
  [4, 'services/koho/reiji-video.yml'],
  [5, 'services/bunka/shisetsu-yoyaku.yml'],
  [6, 'services/shoko-kanko/shohinken.yml'],
  [7, 'services/soumu/zoom.yml'],
]

export const filledFrom = (file: string, text = readFileSync(file, 'utf8')): Filling =>
  fillingOf({ file, text, source: parseSource(file, text) })

export const formOf = (form: number, filling: Filling | null, which?: WhichCheck): FormDocument =>
  formDocument(forms[form - 1]!, tables, filling, which)

export const sampleOf = (form: number): FormDocument => formOf(form, filledFrom(samples[form - 1]![1]))
