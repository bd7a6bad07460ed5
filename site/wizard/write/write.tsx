import { useDesk } from '../desk.ts'
import { Field } from '../fields/field.tsx'
import type { Section } from '../model/sections.ts'
import { Heading } from '../parts/heading.tsx'
import { StepLink } from '../parts/step-link.tsx'
import { CheckForm } from '../record/check-form.tsx'
import { Asked } from './asked.tsx'
import { Change } from './change.tsx'
import { Conditions } from './conditions.tsx'
import { Criteria } from './criteria.tsx'
import { Department } from './department.tsx'
import { Measures } from './measures.tsx'
import { PageSummary } from './page-summary.tsx'
import { Risks } from './risks.tsx'

/** The application, page by page: only what this use needs. */
export const Write = ({ page }: { page: string | null }) => {
  const { sections } = useDesk()
  const index = Math.max(
    0,
    sections.findIndex(({ id }) => id === page),
  )
  const section = sections[index]
  if (section === undefined) return <Heading>書くことを調べています</Heading>
  return (
    <>
      <Heading key={section.id}>{section.title}</Heading>
      <div class="write">
        <Contents current={section.id} />
        <div class="write-page">
          <Change />
          <PageSummary section={section} />
          {index === 0 && <Asked />}
          <Page key={section.id} section={section} />
          <Turn before={sections[index - 1]} section={section} after={sections[index + 1]} />
        </div>
      </div>
    </>
  )
}

/** Every page, and what is still to be done on it. */
const Contents = ({ current }: { current: string }) => {
  const { sections } = useDesk()
  return (
    <nav class="contents" aria-label="申請の項目">
      <ol>
        {sections.map(({ id, title, missing, wrong }) => (
          <li key={id}>
            <StepLink at={`write/${id}`} kind="plain" current={id === current}>
              {title}
            </StepLink>{' '}
            <span class="contents-state">{stateOf(missing, wrong)}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function stateOf(missing: number, wrong: number): string {
  const words = [...(missing > 0 ? [`未記入 ${missing}`] : []), ...(wrong > 0 ? [`要修正 ${wrong}`] : [])]
  return words.length === 0 ? '記入済み' : words.join('・')
}

const Page = ({ section }: { section: Section }) => {
  if (section.id === 'check') return <CheckForm isFixed />
  const rowsOf = (list: string) => section.rows.filter((row) => row.startsWith(`/${list}/`))
  return (
    <>
      {section.fields.map((pointer) =>
        pointer === '/department/name' ? <Department key={pointer} /> : <Field key={pointer} pointer={pointer} />,
      )}
      <Conditions rows={rowsOf('conditions')} />
      <Risks rows={rowsOf('risks')} />
      <Criteria rows={rowsOf('criteria')} />
      <Measures rows={rowsOf('governmentCloud')} />
    </>
  )
}

type Turned = { before: Section | undefined; section: Section; after: Section | undefined }

/** To the page before and the next; whoever goes on has been everywhere on this one. */
const Turn = ({ before, section, after }: Turned) => {
  const { act } = useDesk()
  const leave = (): void => act.touch(...section.fields, ...section.rows)
  return (
    <div class="buttons turn">
      <StepLink at={before === undefined ? 'ask' : `write/${before.id}`} leave={leave}>
        戻る
      </StepLink>
      <StepLink at={after === undefined ? 'hand-in' : `write/${after.id}`} kind="primary" leave={leave}>
        {after === undefined ? '確かめて出す' : `次へ（${after.title}）`}
      </StepLink>
    </div>
  )
}
