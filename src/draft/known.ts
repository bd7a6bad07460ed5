import { fold } from '../folding.ts'

/** A service that the guideline names, as policies/09-procedure/known-services.yml has it. */
export type KnownService = {
  name: string
  aliases: readonly string[]
  provider: string
  class: string
  category: string
  exemption?: string | null
  note?: string
}
export type Department = { slug: string; name: string; from: string; to: string | null }
export type NamedExemption = { id: string | null; label: string; examples: readonly string[] }

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
  return named?.includes(fold(name)) === true ? (exemption ?? undefined) : undefined
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
  if (exact.length > 0 || wanted === '') return exact
  // 総務課 is 総務部総務課, and not 教育総務課.
  const unit = (name: string): string => (name.endsWith(wanted) ? name.slice(0, -wanted.length) : '')
  return inForce.filter(({ name }) => /[部室局会所館]$/.test(unit(fold(name))))
}
