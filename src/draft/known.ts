import { fold } from '../folding.ts'

/** A service that the guideline names, as policies/09-procedure/known-services.yml has it. */
export type KnownService = {
  name: string
  aliases: readonly string[]
  provider: string
  class: string
  category: string
  exemption?: string
  note?: string
}
export type Department = { slug: string; name: string; from: string; to: string | null }
export type NamedExemption = { id: string; label: string; examples: readonly string[] }

/** The known service of this name, however it was typed. */
export const findService = <Known extends KnownService>(name: string, services: readonly Known[]): Known | undefined =>
  services.find((service) => [service.name, ...service.aliases].some((known) => fold(known) === fold(name)))

/** The name alone makes an exemption only where the row of §9 names this very service; anything else must be claimed. */
export function exemptionByName(
  { name, exemption }: KnownService,
  rows: readonly NamedExemption[],
): string | undefined {
  const row = rows.find(({ id }) => id === exemption)
  const named = row && [row.label.replace(/（.*）$/, ''), ...row.examples].map(fold)
  return named?.includes(fold(name)) === true ? exemption : undefined
}

/** Departments on a day whose slug, name, or end of name this is: 広聴広報課 is 区長室広聴広報課. */
export function findDepartments<Known extends Department>(
  written: string,
  departments: readonly Known[],
  day: string,
): Known[] {
  const wanted = fold(written)
  const inForce = departments.filter(({ from, to }) => from <= day && (to === null || day <= to))
  const exact = inForce.filter(({ slug, name }) => slug === written || fold(name) === wanted)
  return exact.length > 0 ? exact : inForce.filter(({ name }) => wanted !== '' && fold(name).endsWith(wanted))
}
