import type { Arguments } from '../arguments.ts'
import { canAsk } from '../ask.ts'
import { Interrupted } from '../usage.ts'

/** Whether somebody said yes to what was shown: by `--yes`, or at a question on a terminal. */
export async function agreed(switches: Arguments['switches'], question: string): Promise<boolean> {
  if (switches.has('yes')) return true
  if (canAsk()) {
    const { confirm } = await import('@clack/prompts')
    const answer = await confirm({ message: question, initialValue: false, active: 'はい', inactive: 'いいえ' })
    if (typeof answer === 'symbol') throw new Interrupted('質問をやめました。')
    if (answer) return true
  }
  process.stderr.write('何も書いていません。よければ --yes を付けて、もう一度実行してください。\n')
  return false
}
