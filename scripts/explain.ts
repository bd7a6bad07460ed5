import type { Arguments } from './arguments.ts'
import { UsageError } from './usage.ts'

export function run(_: Arguments): number {
  throw new UsageError('explain')
}
