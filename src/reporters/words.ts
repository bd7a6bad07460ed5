import type { Diagnostic, Verdict } from '../diagnostic.ts'
import { placeOfRule } from '../explain/places.ts'
import { readings } from '../explain/readings.ts'
import { wordStatus } from '../register/status.ts'
import { label } from '../vocabulary.ts'
import type { Report } from './reporter.ts'
import { visible } from './visible.ts'

/** Worst first. */
export const verdicts: readonly Verdict[] = ['violation', 'judgement', 'advice']

export type Counts = Record<Verdict, number>

export function countVerdicts(diagnostics: readonly Diagnostic[]): Counts {
  const counts: Counts = { violation: 0, judgement: 0, advice: 0 }
  for (const { verdict } of diagnostics) counts[verdict] += 1
  return counts
}

export const wordCounts = (counts: Counts): string =>
  verdicts.map((verdict) => `${label('verdict', verdict)} ${counts[verdict]}`).join(' ・ ')

export const wordSummary = ({ files, diagnostics }: Report): string =>
  `${files}件を点検しました: ${wordCounts(countVerdicts(diagnostics))}`

/** What the reader is to do now, by the worst verdict. */
export function wordNextStep({ files, diagnostics }: Report): string {
  const { violation, judgement, advice } = countVerdicts(diagnostics)
  if (violation > 0) return `次にすること: 要修正の${violation}件を直してから、もう一度点検してください。`
  if (judgement > 0) return `次にすること: 要判断の${judgement}件について、審査する人が理由を添えて判断します。`
  if (advice > 0) return `直さなければならないところはありませんが、助言の${advice}件も確かめてください。`
  return files > 0 ? '問題はありません。' : '点検するファイルがありませんでした。'
}

export const titleOfRule = ({ titleOf }: Report, rule: string): string | null =>
  titleOf(rule) ?? readings[rule]?.title ?? null

export const wordSection = (section: string): string => `ガイドライン ${section}`

/** Where the site explains a rule; null without a site, and for what is no rule that it knows. */
export const addressOfRule = ({ site, titleOf }: Report, rule: string): string | null =>
  site === null || (titleOf(rule) === null && !Object.hasOwn(readings, rule)) ? null : `${site}${placeOfRule(rule)}`

export const explainCommand = (rule: string): string => `npm run -s shinsa -- explain ${rule}`

/** A service by its name, and that it is stopped. */
export const wordService = ({ service, suspended }: { service: string; suspended: boolean }): string =>
  `${visible(service)}${suspended ? `（${wordStatus('suspended')}）` : ''}`
