import type { Assessment } from '../assess.ts'
import type { Policies } from '../rule.ts'

type Screen = { width: number; colour: boolean }

/** What the guideline says about each use, in words. */
export function renderAssessment(
  services: readonly ({ file: string } & Assessment)[],
  { questions }: Policies,
  _: Screen,
): string {
  return services
    .map(
      ({ file, outcome, missing = [] }) => `${file}: ${outcome} ${missing.map((fact) => questions[fact]).join(' ')}\n`,
    )
    .join('')
}
