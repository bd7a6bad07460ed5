import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The licences of every package of which something stands in a bundle, as they ask to be passed on. */
export function licensesOf(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []))
  return [...folders]
    .sort()
    .map(noticeOf)
    .join(`\n${'-'.repeat(72)}\n\n`)
}

function noticeOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text =
    file !== undefined && existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''
  return `${name} ${version} (${license})\n\n${text}\n`.replaceAll('\r\n', '\n')
}
