import type { Blocker } from './types.ts'

export const mostFiles = 50
const mostImports = 500
/** Bytes of one file; said by the reader of files as well, but known before a file is fetched. */
const largestFile = 512 * 1024

/** How a file stands in a tree of git. */
export type TreeEntry = { path: string; mode: string; type: string; sha: string; size: number | null }

/** Too many to look at, even if all were imports. */
export const isBeyondImports = (files: number): boolean => files > mostImports

/** At most 50 applications, or 500 imports of uses that were permitted before. */
export function limitBlockers(files: number, others: number): Blocker[] {
  if (files <= mostFiles || (files <= mostImports && others === 0)) return []
  const most = files > mostImports ? mostImports : mostFiles
  const isMixed = files <= mostImports && others < files
  return [
    {
      kind: 'limit',
      file: null,
      message: `一度に変わる申請のファイルが${files}件あり、${most}件を超えています。`,
      remedy: isMixed
        ? `${others}件に application.permittedBefore がありません。許可済みの利用の移行は、すべてのファイルに元の許可を書けば${mostImports}件まで一度に出せます。`
        : `プルリクエストを${mostFiles}件以下に分けてください。`,
    },
  ]
}

/** A link, a submodule or a program is no application; nor is a file that nobody can read in one go. */
export function entryBlockers(entries: readonly TreeEntry[]): Blocker[] {
  return entries.flatMap(({ path: file, mode, type, size }): Blocker[] => {
    if (mode !== '100644' || type !== 'blob')
      return [
        {
          kind: 'mode',
          file,
          message: `${modes[mode] ?? '特別なファイル'}は申請に使えません。`,
          remedy: '中身を書いたふつうのファイルを置いてください。',
        },
      ]
    if (size === null || size > largestFile)
      return [
        {
          kind: 'size',
          file,
          message: 'ファイルが512kBを超えています。',
          remedy: '不要な内容を除き、512kB以下にしてください。',
        },
      ]
    return []
  })
}

const modes: Readonly<Record<string, string>> = {
  '100755': '実行できるファイル',
  '120000': 'リンク',
  '160000': 'ほかのリポジトリへの参照',
  '040000': 'フォルダ',
}
