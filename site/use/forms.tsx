import { formsFor } from '../forms/which.ts'
import { formLink, formsLink } from '../links.ts'
import { Link } from '../parts/link.tsx'
import { Reconstruction } from '../parts/reconstruction.tsx'
import type { UseView } from './view.ts'

/** The forms that this use has, filled in and ready to print. */
export const Forms = ({ view: { path, assessment, stated, knowledge } }: { view: UseView }) => {
  const forms = knowledge.forms.filter(({ form }) => formsFor(assessment, stated).includes(form))
  return (
    <>
      {forms.some(({ status }) => status === 'reconstruction') && <Reconstruction status="reconstruction" />}
      <ul>
        {forms.map(({ form, title }) => (
          <li key={form}>
            <Link to={formLink(path, form)}>
              様式{form}　{title}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Link to={formsLink(path)}>すべての様式をまとめて印刷する</Link>
      </p>
    </>
  )
}
