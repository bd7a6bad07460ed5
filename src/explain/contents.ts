import type { Contents, Knowledge } from './knowledge.ts'

export const contentsOf = (section: string, { sections }: Knowledge): Contents =>
  sections.find(({ number }) => number === section)!

/** 「ガイドライン 3 外部サービスの…」, or with the heading below it. */
export function headingOf(section: string, knowledge: Knowledge): string {
  const [number = '', below] = section.split('-')
  const { title, subsections = [] } = contentsOf(number, knowledge)
  const under = subsections.find((subsection) => subsection.number === below)
  return `ガイドライン ${section} ${title}${under === undefined ? '' : ` › ${under.title}`}`
}
