import { visible } from '../../src/reporters/visible.ts'
import { GitHubFault } from '../github/client.ts'
import { UsageError } from '../usage.ts'
import { Interruption } from './setup.ts'

const reasons: { readonly [status: number]: string } = {
  401: 'トークンが使えません。期限と値を確かめてください',
  403: 'トークンの権限が足りないか、呼び出しが多すぎます',
  404: '見つかりません。名前と、トークンの権限を確かめてください',
  409: '同時に変えられました。もう一度実行してください',
  429: '呼び出しが多すぎます。しばらく待って、もう一度実行してください',
}

/** One sentence for the administrator about what GitHub refused. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof Interruption) {
    const { fault, done, all } = error
    return new UsageError(
      `${sentence(fault)}。${all}件のうち${done}件を変えたところで止まりました。もう一度実行すると、残りを変えます。`,
    )
  }
  return error instanceof GitHubFault ? new UsageError(`${sentence(error)}。`) : error
}

function sentence({ intention, status, message }: GitHubFault): string {
  if (status === null) return `${intention}で、GitHub から正しい答えがありません。通信と --base-url を確かめてください`
  const known = reasons[status] ?? (status >= 500 ? 'GitHub の側の不具合です' : visible(message.split('\n')[0] ?? ''))
  return `${intention}ができませんでした（${status}）。${known}`
}
