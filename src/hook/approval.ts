import { readAnswers } from '../gate/answers.ts'
import type { Command, Judgement } from '../gate/types.ts'
import type { HookSettings } from './settings.ts'

/** E-mail addresses as git has them; they prove nothing unless the commit is signed. */
export type Writers = { author: string; committer: string; others: readonly string[] }
export type Tip = Writers & {
  parents: readonly string[]
  message: string
  /** Whose good signature the commit carries, as the server's list of keys says. */
  signer: string | null
}
export type Push = {
  old: string
  tip: Tip
  /** Everything else that comes with the push. */
  commits: readonly Writers[]
  /** Whether every changed file is what the second parent has. */
  isUntouched: boolean
}
export type HookApproval = { reasons: readonly string[]; answers: readonly Command[]; unanswered: readonly Judgement[] }

/** Whether a reviewer has brought in exactly this content, and has answered what is to be judged. */
export function judgeApproval(push: Push, open: readonly Judgement[], settings: HookSettings): HookApproval {
  if (open.length === 0 && settings.approval === 'judgements') return { reasons: [], answers: [], unanswered: [] }
  const flaws = mergeFlaws(push, settings)
  const { commands, unreadable } = readAnswers(push.tip.message)
  const keys = new Set(open.map(({ key }) => key))
  const given = commands.filter(({ key }) => keys.has(key))
  const answers = flaws.length > 0 ? [] : given.filter(({ verdict }) => verdict !== 'refuse')
  const answered = new Set(answers.map(({ key }) => key))
  const unanswered = open.filter(({ key }) => !answered.has(key))
  return {
    reasons: [
      ...flaws,
      ...unreadable.map((line) => `回答に、読み取れない行があります（${line}）。`),
      ...given.filter(({ verdict }) => verdict === 'refuse').map(({ key }) => `判断 ${key} が「不可」とされています。`),
      ...(unanswered.length > 0 ? [`判断票の${unanswered.length}件に、まだ有効な回答がありません。`] : []),
    ],
    answers,
    unanswered,
  }
}

function mergeFlaws({ old, tip, commits, isUntouched }: Push, { reviewers, signed }: HookSettings): string[] {
  if (reviewers.length === 0) return ['審査する人（settings/hook.json の reviewers）が、サーバーに決められていません。']
  const [first, ...more] = tip.parents
  if (first !== old || more.length !== 1)
    return ['審査する人が、1つのブランチを今の main に git merge --no-ff で取り込んだものではありません。']
  const isReviewer = (email: string): boolean => reviewers.includes(email.toLowerCase())
  if (!isReviewer(tip.author) || !isReviewer(tip.committer))
    return [`取り込んだ人（${tip.committer}）は、審査する人ではありません。`]
  const own = [tip.author, tip.committer].map((email) => email.toLowerCase())
  const isOwn = commits.some(({ author, committer, others }) =>
    [author, committer, ...others].some((email) => own.includes(email.toLowerCase())),
  )
  const signer = tip.signer?.toLowerCase() ?? null
  return [
    ...(isOwn ? ['審査する人が、自分で書いたか入力した変更を取り込んでいます。'] : []),
    ...(isUntouched ? [] : ['取り込むときに、申請の内容が書き換えられています。']),
    ...(signed && (signer === null || signer !== tip.committer.toLowerCase())
      ? ['取り込みに、審査する人のものと確かめられる署名がありません。']
      : []),
  ]
}
