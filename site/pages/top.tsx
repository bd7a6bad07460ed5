import { internalOnly, links } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import type { Site } from '../site.ts'

const doors = [
  [links.apply, '使えるか調べる・申請する', '質問に答えると、使えるかどうか、何を出せばよいかが分かります。'],
  [links.register, '台帳を見る', '区で利用している外部サービスと、その状態を調べます。'],
  [links.deadlines, '期限を見る', '点検・更改・利用状況確認の期限を、月ごとに見ます。'],
  [links.guideline, '基準を読む', 'ガイドラインの節ごとに、規則・表・例を読みます。'],
] as const

export const topPage = (site: Site): Page => ({
  path: links.top,
  title: '外部サービス審査',
  under: 'top',
  body: (
    <>
      <Title lead="クラウド、ウェブ会議、ファイル共有、生成AIなどの外部サービスを、ガイドラインに沿って使うための入口です。">
        外部サービスの利用
      </Title>
      <ul class="doors">
        {doors
          .filter(([to]) => site.edition === 'internal' || !internalOnly.includes(to))
          .map(([to, name, what]) => (
            <li key={to}>
              <h2>
                <Link to={to}>{name}</Link>
              </h2>
              <p>{what}</p>
            </li>
          ))}
      </ul>
      <p>いま {site.uses.length} 件の利用が登録されています。</p>
    </>
  ),
})
