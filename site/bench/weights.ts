import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { linksIn, sourcesIn } from '../testing/html.ts'
import { heading, kilobytes, row } from './report.ts'

const pages: readonly (readonly [path: string, name: string])[] = [
  ['index.html', '最初のページ'],
  ['apply.html', '申請ウィザード（検証器を含む）'],
  ['register.html', '台帳'],
  ['uses/bunka/shisetsu-yoyaku.html', '利用のページ（重要情報あり）'],
  ['uses/bunka/shisetsu-yoyaku/forms.html', '様式のページ'],
  ['deadlines.html', '期限'],
  ['statistics.html', '統計'],
  ['guideline/index.html', '基準'],
  ['guideline/9.html', '基準（9 節）'],
]

/** What a page needs to be shown, packed as a server sends it: itself, its styles and its scripts. */
export function weights(folder: string): void {
  heading('ページの重さ（gzip。ページと、そのスタイルとスクリプト）')
  for (const [path, name] of pages) {
    const html = readFileSync(join(folder, path), 'utf8')
    const styles = linksIn(html).filter((link) => /\.(css|svg)\?/.test(link))
    const beside = [...styles, ...sourcesIn(html)].map((link) => join(folder, dirname(path), link.replace(/\?.*$/, '')))
    const [own, others] = [gzipSync(html).length, beside.map((file) => gzipSync(readFileSync(file)).length)]
    const sum = others.reduce((total, size) => total + size, own)
    row(name, `${kilobytes(sum)}（ページだけで ${kilobytes(own)}）`)
  }
}
