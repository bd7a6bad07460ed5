import { relative, resolve, sep } from 'node:path'
import { policies } from '../../policies/index.ts'
import type { DueContext } from '../../src/register.ts'
import { repository as nearestServices } from '../files.ts'
import { openRepository, type Repository } from '../git.ts'
import { UsageError } from '../usage.ts'
import { recordsOf } from './records.ts'

/** The repository around services/; null where there is no git: only the past and the ledger need it. */
export function repositoryHere(): Repository | null {
  try {
    return openRepository(nearestServices())
  } catch (error) {
    if (error instanceof UsageError) return null
    throw error
  }
}

/** The name of a file in the repository, by which the ledger knows it. */
export const pathInside = (repository: Repository | null, file: string): string =>
  relative(repository?.folder ?? nearestServices(), resolve(file))
    .split(sep)
    .join('/')

/** What days are counted with, and the name of each file in the ledger. */
export function dueHere(asOf: string): { context: DueContext; pathOf(file: string): string } {
  const repository = repositoryHere()
  const records = repository === null ? null : recordsOf(repository, null)
  return { context: { policies, asOf, records }, pathOf: (file) => pathInside(repository, file) }
}
