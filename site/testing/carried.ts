import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { withFonts } from '../../scripts/testing/fonts.ts'

export type Carried = { executablePath: string; env: Record<string, string> }

/**
 * The Chromium that npm carries, unpacked once for each version, with the libraries that a bare system lacks.
 * It is unpacked beside its place and moved there at once: several test files may begin at the same moment.
 */
export async function carriedBrowser(within = tmpdir()): Promise<Carried> {
  const place = join(within, `carried-chromium-${version()}`)
  if (!existsSync(place)) await unpack(place)
  return {
    executablePath: join(place, 'chromium'),
    env: { ...withFonts(), LD_LIBRARY_PATH: join(place, 'al2023', 'lib') },
  }
}

const version = (): string => {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  return JSON.parse(readFileSync(join(dirname(main), '..', '..', 'package.json'), 'utf8')).version
}

/** In a process of its own: the package unpacks to where TMPDIR says, its libraries only where AWS seems to be. */
async function unpack(place: string): Promise<void> {
  const beside = mkdtempSync(`${place}-`)
  const script = 'import chromium from "@sparticuz/chromium"; await chromium.executablePath()'
  const env = { PATH: process.env.PATH ?? '', TMPDIR: beside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  const cwd = dirname(import.meta.filename)
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { cwd, env })
  try {
    renameSync(beside, place)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    // Another one was faster
    if (!existsSync(place)) throw error
  }
}
