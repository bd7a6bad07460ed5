import { links, lostPath, offlinePath } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import type { Site } from '../site.ts'

const Ways = () => (
  <ul class="plain-list spaced">
    <li>
      <Link to={links.top}>最初のページ</Link>
    </li>
    <li>
      <Link to={links.register}>台帳から探す</Link>
    </li>
    <li>
      <Link to={links.guideline}>基準から探す</Link>
    </li>
  </ul>
)

/** Shown at whatever address, so that its links need the whole way from the root of the server. */
export const lostPage = ({ address }: Site): Page => ({
  path: lostPath,
  title: 'ページが見つかりません',
  under: null,
  ...(address === null ? {} : { root: new URL(address).pathname }),
  body: (
    <>
      <Title lead="アドレスが変わったか、打ち間違いかもしれません。課やサービスの名前から、台帳で探せます。">
        ページが見つかりません
      </Title>
      <Ways />
    </>
  ),
})

/** Shown by the worker without a network. */
export const offlinePage = (): Page => ({
  path: offlinePath,
  title: 'つながっていません',
  under: null,
  body: (
    <>
      <Title lead="このページは、まだこの端末で開いたことがないため、つながっていないときには見られません。">
        つながっていません
      </Title>
      <p>次のページと、前に開いたページは、つながっていなくても見られます。</p>
      <Ways />
    </>
  ),
})
