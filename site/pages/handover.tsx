import { sheets } from '../../policies/sheets.ts'
import { handoverBody } from '../../src/exporters/handover-html.ts'
import { type HandoverContext, handoverOf } from '../../src/handover.ts'
import { oneLine } from '../../src/reporters/one-line.ts'
import { handoverLink, registerLink } from '../links.ts'
import type { Page } from '../page.tsx'
import { Bar } from '../papers/bar.tsx'
import type { Site, Use } from '../site.ts'

/** The 引継書 of each section that has a use, to print. */
export function handoverPages({ uses, context }: Site): Page[] {
  const sections = new Set(uses.map(({ row }) => row.department))
  const titles = sheets.titles?.['/checks/*/items/*/id'] ?? {}
  return [...sections].map((section) =>
    handoverPage(
      section,
      uses.filter(({ row }) => row.department === section),
      { ...context, titles },
    ),
  )
}

function handoverPage(section: string, uses: readonly Use[], context: HandoverContext): Page {
  const handover = handoverOf(section, uses, context)
  const name = oneLine(handover.departmentName)
  return {
    path: handoverLink(section),
    title: `引継書（${name}）`,
    under: null,
    papers: 'handover.css',
    scripts: ['print.js'],
    body: (
      <>
        <Bar back={{ to: registerLink({ department: section }), name: `台帳（${name}）` }} print="引継書を印刷する" />
        <main
          // What the command line writes: every value in it is escaped there.
          dangerouslySetInnerHTML={{
            __html: handoverBody(handover)
              .map(({ html }) => html)
              .join('\n'),
          }}
        />
      </>
    ),
  }
}
