import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { ObjectStore } from './objects.ts'

/** Writes the objects and refs as a bare repository, so that real git can read, verify and clone what the fake holds. */
export function exportRepository(
  folder: string,
  store: ObjectStore,
  refs: ReadonlyMap<string, string>,
  defaultBranch: string,
): void {
  const write = (path: string, content: string | Uint8Array): void => {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  for (const [id, { kind, bytes }] of store) {
    const whole = Buffer.concat([Buffer.from(`${kind} ${bytes.length}\0`), bytes])
    write(`objects/${id.slice(0, 2)}/${id.slice(2)}`, deflateSync(whole))
  }
  for (const [ref, sha] of refs) if (ref.startsWith('refs/')) write(ref, `${sha}\n`)
  mkdirSync(join(folder, 'refs', 'heads'), { recursive: true })
  write('HEAD', `ref: refs/heads/${defaultBranch}\n`)
  write('config', '[core]\n\trepositoryformatversion = 0\n\tbare = true\n')
}
