import { readFileSync } from 'node:fs'
import { classify } from '../../src/gate/paths.ts'
import { type HookApproval, judgeApproval } from '../../src/hook/approval.ts'
import type { HookSettings } from '../../src/hook/settings.ts'
import type { Arguments } from '../arguments.ts'
import type { Repository } from '../git.ts'
import { openObjects } from '../ledger/main-line.ts'
import type { Examined } from './examine.ts'
import { differences, isForward, readPush, type Update, updatesIn } from './push.ts'
import { wordReport } from './report.ts'
import { openSettings } from './settings.ts'

const main = 'refs/heads/main'

/** What git asks before it takes anything in: status 0 takes the push, anything else refuses all of it. */
export async function receive({ values }: Arguments): Promise<number> {
  const settings = openSettings(values.settings)
  const updates = updatesIn(readFileSync(0, 'utf8')).filter(({ ref }) => ref === main)
  if (updates.length === 0) return 0
  const repository = openObjects()
  const judged = await Promise.all(updates.map((update) => judge(repository, update, settings)))
  for (const { text } of judged) process.stderr.write(text)
  return judged.some(({ isRefused }) => isRefused) ? 1 : 0
}

type Judged = { isRefused: boolean; text: string }
const refused = (text: string): Judged => ({ isRefused: true, text: `${text}\n` })

async function judge(repository: Repository, update: Update, settings: HookSettings): Promise<Judged> {
  const { old, new: tip } = update
  if (tip === null) return refused('main は消せません。')
  if (old !== null && !isForward(repository, old, tip))
    return refused('main の履歴は書き換えられません。今の main を取り込んでから、push し直してください。')
  const changed = differences(repository, old, tip)
  const classified = classify(changed.map(({ path, status }) => ({ path, status, previous: null })))
  const { subject, blockers } = classified
  if (subject !== 'services' && subject !== 'both' && blockers.length === 0) return { isRefused: false, text: '' }
  const { examineFirst, examinePush } = await import('./examine.ts')
  if (old === null) return concluded(examineFirst(repository, tip, classified), null)
  const examined = examinePush(repository, old, tip, classified)
  const isOfServices = examined.changes.length > 0
  const push = readPush(
    repository,
    old,
    tip,
    changed.filter(({ path }) => path.startsWith('services/')),
  )
  return concluded(examined, isOfServices ? judgeApproval(push, examined.judgements, settings) : null)
}

async function concluded(examined: Examined, approval: HookApproval | null): Promise<Judged> {
  const isRefused =
    examined.blockers.length > 0 ||
    examined.diagnostics.some(({ verdict }) => verdict === 'violation') ||
    (approval?.reasons.length ?? 0) > 0
  return { isRefused, text: await wordReport(examined, approval, isRefused) }
}
