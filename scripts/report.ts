import { siteAddress, wrongAddress } from '../src/site-address.ts'
import type { Arguments } from './arguments.ts'
import type { Unopened } from './files.ts'
import { UsageError } from './usage.ts'
import { writeWhole } from './whole.ts'

/** Prints a result, or writes it to the file of `--out`. */
export function print(content: string | Uint8Array, out: string | undefined): void {
  if (out === undefined) process.stdout.write(content)
  else writeWhole(out, content)
}

/**
 * Prints a result and says which paths could not be opened. Then it covers a part only, which nobody should take for the
 * whole: on standard output stands only what programs read together with the status.
 */
export function conclude(
  content: string | Uint8Array,
  { format, out }: Arguments['values'],
  unopened: readonly Unopened[],
  status: number,
): number {
  const isWhole = unopened.length === 0
  if (isWhole || out !== undefined || format === 'json' || format === 'sarif') print(content, out)
  return statusWith(unopened, status)
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
