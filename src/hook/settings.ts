import { isMapping } from '../draft/mapping.ts'

/** Who answers judgements where no forge knows who somebody is. */
export type HookSettings = {
  /** E-mail addresses, in lower case. */
  reviewers: readonly string[]
  /** `judgements`: only where something is to be judged; `always`: nothing becomes a permission without a reviewer. */
  approval: 'judgements' | 'always'
  /** Whether a commit must be signed with a key that the server knows as the reviewer's. */
  signed: boolean
}

export const noReviewers: HookSettings = { reviewers: [], approval: 'judgements', signed: false }

const keys = ['reviewers', 'approval', 'signed']

/** Reads settings/hook.json; a Japanese sentence where it says anything that we do not understand. */
export function readHookSettings(value: unknown): HookSettings | string {
  if (!isMapping(value)) return '設定が、項目の並びになっていません。'
  const unknown = Object.keys(value).find((key) => !keys.includes(key))
  if (unknown !== undefined) return `設定に「${unknown}」という項目はありません。`
  const { reviewers = [], approval = 'judgements', signed = false } = value
  if (
    !Array.isArray(reviewers) ||
    !reviewers.every((one) => typeof one === 'string' && /^[^\s@<>]+@[^\s@<>]+$/.test(one))
  )
    return 'reviewers には、メールアドレスの一覧を書いてください。'
  if (approval !== 'judgements' && approval !== 'always')
    return 'approval には、judgements か always を書いてください。'
  if (typeof signed !== 'boolean') return 'signed には、true か false を書いてください。'
  return { reviewers: reviewers.map((one: string) => one.toLowerCase()), approval, signed }
}
