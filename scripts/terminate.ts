import { policies } from '../policies/index.ts'
import { outcomeIn, readingOf } from '../src/check.ts'
import { isMapping, type Mapping } from '../src/draft/mapping.ts'
import { valueAt } from '../src/facts.ts'
import { terminationOf } from '../src/record/termination.ts'
import type { Arguments } from './arguments.ts'
import { canAsk } from './ask.ts'
import { readDay, today } from './day.ts'
import { withFormAnswers } from './form/sheet.ts'
import { openUse, record, trial, type Use } from './record/record.ts'
import { refuse, tell, tellMissing, tellUnreadable } from './record/tell.ts'
import { missingEnd, readEnd, terminationAnswers } from './record/termination-answers.ts'
import { wordDay } from './record/values.ts'

/** Records the end of a use: when, why, and what became of the information. */
export async function run(written: Arguments): Promise<number> {
  const args = await withFormAnswers(written, '様式3', readEnd)
  const { format } = args.values
  const day = args.values['as-of'] === undefined ? today() : readDay('--as-of', args.values['as-of'])
  const given = terminationAnswers(args)
  const use = openUse(args.paths[0] ?? '')
  if (!use.source.readable) return tellUnreadable(use, format)
  const obstacle = obstacleOf(use, String(given['/termination/date'] ?? day))
  if (obstacle !== null) return refuse(use, obstacle, format)

  const scope = { needsData: needsData(use), isImportant: isImportant(use) }
  const asks = missingEnd(given, scope).length > 0 && format !== 'json' && canAsk()
  const answers = asks ? await (await import('./record/ask-end.ts')).askEnd(given, scope, day) : given
  const missing = missingEnd(answers, scope)
  if (missing.length > 0) return tellMissing(missing, format, scope.needsData ? dataHint : '')
  const date = String(answers['/termination/date'])
  const about = `利用の終了（${wordDay(date)}）`
  return tell(record(use, '/termination', terminationOf(answers)), { format, about })
}

const dataHint = '  情報を保存していなければ、--data.note 保存なし とだけ書きます。\n'

/** Why the end cannot be recorded, whatever the answers. */
function obstacleOf(use: Use, date: string): string | null {
  if (isMapping(valueAt(use.source.value, '/termination')))
    return `${use.file} には、利用の終了がもう記録されています。`
  const found = trial(use, '/termination', { date })?.found.diagnostics ?? []
  if (!found.some(({ rule }) => rule === '12-disposal/before-termination')) return null
  return `重要情報を扱う利用を終える前に、様式6の点検が必要です。先に check 6 ${use.file} で点検を記録してください。`
}

/** The guideline asks of a permitted use what became of the information in it. */
const needsData = ({ source }: Use): boolean =>
  outcomeIn(readingOf(source.value, source.refused), policies) === 'application'

function isImportant({ source }: Use): boolean {
  const kinds = (valueAt(source.value, '/information') as Mapping | undefined)?.kinds
  return Array.isArray(kinds) && kinds.length > 0
}
