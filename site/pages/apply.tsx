import { blankFormLink, links } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import type { Site } from '../site.ts'

/** The page of the wizard; without a script it leads to the forms on paper. */
export const applyPage = ({ repository, edition }: Site): Page => ({
  path: links.apply,
  title: '申請する',
  under: 'apply',
  scripts: ['apply.js'],
  body: (
    <div id="wizard" data-edition={edition} {...(repository === null ? {} : { 'data-repository': repository })}>
      <Title>申請する</Title>
      <p>
        この画面は、質問に答えて申請を作るために、ブラウザのJavaScriptを使います。使えないときは、様式を印刷して情報政策課に出してください。
      </p>
      <ul>
        {[1, 2].map((form) => (
          <li key={form}>
            <Link to={blankFormLink(form)}>様式{form}（白紙）</Link>
          </li>
        ))}
        <li>
          <Link to={links.guideline}>使えるかどうかの基準</Link>
        </li>
      </ul>
    </div>
  ),
})
