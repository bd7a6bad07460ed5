import { renderToString } from 'preact-render-to-string'
import type { Form } from '../../src/explain/knowledge.ts'
import { formBody } from '../../src/exporters/form-html.ts'
import type { FormDocument } from '../../src/form/document.ts'
import { policy } from '../page.tsx'

/** A form as it is to be printed. */
export type Sheet = Form & { document: FormDocument }
type Props = {
  /** The way up to the top folder of the site. */
  root: string
  title: string
  back: { to: string; name: string }
  sheets: readonly Sheet[]
}

/** A page of forms: what the command line writes of each, below one line that does not go onto the paper. */
export const formsPage = (props: Props): string => `<!doctype html>\n${renderToString(<Forms {...props} />)}\n`

const Forms = ({ root, title, back, sheets }: Props) => (
  <html lang="ja">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <title>{`${title}｜外部サービス審査`}</title>
      <link rel="icon" href={`${root}icon.svg`} type="image/svg+xml" />
      <link rel="stylesheet" href={`${root}forms.css`} />
      <script defer src={`${root}print.js`} />
    </head>
    <body>
      <header class="bar">
        <a href={`${root}${back.to}`}>← {back.name}</a>
        <nav aria-label="様式">
          <ul>
            {sheets.map(({ form, title: name }) => (
              <li key={form}>
                <a href={`#form-${form}`} title={name}>
                  様式{form}だけ
                </a>
              </li>
            ))}
            <li>
              <a href="forms.html">すべて</a>
            </li>
          </ul>
        </nav>
        <button type="button" data-print hidden>
          見えている様式を印刷する
        </button>
      </header>
      <main>
        {sheets.map(({ form, document }) => (
          <section
            key={form}
            id={`form-${form}`}
            class={`form form-${form}`}
            aria-label={`様式${form}`}
            dangerouslySetInnerHTML={{
              __html: formBody(document)
                .map(({ html }) => html)
                .join('\n'),
            }}
          />
        ))}
      </main>
    </body>
  </html>
)
