import type { Blocker } from './types.ts'

type State = { path: string; base: string | null; tip: string | null }

/** Files that have changed on main since: what was judged is not what would be merged. */
export const staleBlockers = (states: readonly State[]): Blocker[] =>
  states
    .filter(({ base, tip }) => base !== tip)
    .map(({ path }) => ({
      kind: 'stale',
      file: path,
      message: '古い版です。',
      remedy: 'ブランチを更新してください。承認する人ではなく、申請した人が「Update branch」を押します。',
    }))

/** The first one to come is judged; whoever changes the same file later waits for it. */
export function rivalBlockers(
  number: number,
  services: readonly string[],
  open: readonly { number: number; paths: readonly string[] }[],
): Blocker[] {
  return services.flatMap((file): Blocker[] => {
    const rivals = open.filter((other) => other.number < number && other.paths.includes(file))
    const [first] = rivals.sort((a, b) => a.number - b.number)
    if (first === undefined) return []
    const message = `同じファイルを変えるプルリクエスト（番号 ${first.number}）が、先に開かれています。`
    return [
      { kind: 'rival', file, message, remedy: '先のものが取り込まれるか閉じられてから、ブランチを更新してください。' },
    ]
  })
}

/** Only on the branch that is protected does a merge permit anything. */
export const baseBlockers = (base: string, main: string): Blocker[] =>
  base === main
    ? []
    : [
        {
          kind: 'base',
          file: null,
          message: '取り込み先が、許可された内容を置くブランチではありません。',
          remedy: 'プルリクエストの取り込み先（base）を main に戻してください。',
        },
      ]
