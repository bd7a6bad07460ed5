import type { Knowledge } from '../../../src/explain/knowledge.ts'
import type { Page } from '../../page.tsx'
import { contentsPage } from './contents.tsx'
import { decisionsPage } from './decisions.tsx'
import { fieldsPage } from './fields.tsx'
import { interpretationsPage } from './interpretations.tsx'
import { sectionPage } from './section.tsx'
import { servicesPage } from './services.tsx'
import { wordsPage } from './words.tsx'

export const guidelinePagesOf = (knowledge: Knowledge): Page[] => [
  contentsPage(knowledge),
  ...knowledge.sections.map(({ number }) => sectionPage(number, knowledge)),
  decisionsPage(knowledge),
  interpretationsPage(knowledge),
  servicesPage(knowledge),
  wordsPage(knowledge),
  fieldsPage(knowledge),
]
