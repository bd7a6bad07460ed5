import { writeFileSync } from 'node:fs'
import { siteAddress, wrongAddress } from '../src/site-address.ts'
import type { Unopened } from './files.ts'
import { reasonOf } from './files.ts'
import { UsageError } from './usage.ts'

/** Prints a result, or writes it to the file of `--out`. */
export function print(text: string, out: string | undefined): void {
  if (out === undefined) {
    process.stdout.write(text)
    return
  }
  try {
    writeFileSync(out, text)
  } catch (error) {
    throw new UsageError(`${out} に書けません: ${reasonOf(error)}。`)
  }
}

/** Says which paths could not be opened; status 2 wins over everything else. */
export function statusWith(unopened: readonly Unopened[], status: number): number {
  for (const { path, reason } of unopened) process.stderr.write(`${path} を開けません: ${reason}。\n`)
  return unopened.length > 0 ? 2 : status
}

/** Where the site is published, as the environment says; findings link to it. */
export function publishedSite(): string | null {
  const address = siteAddress(process.env.SITE_ADDRESS)
  if (address === undefined) throw new UsageError(wrongAddress)
  return address
}

export const screen = (out: string | undefined): { width: number; colour: boolean } => ({
  width: (out === undefined && process.stdout.columns) || 100,
  colour: out === undefined && process.stdout.isTTY === true && !process.env.NO_COLOR,
})
