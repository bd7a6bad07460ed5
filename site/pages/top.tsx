import { useStatuses, wordStatus } from '../../src/register/status.ts'
import { links } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { siteName } from '../parts/frame.tsx'
import { Link } from '../parts/link.tsx'
import { SectionLink } from '../parts/section-link.tsx'
import { type Count, countsOf } from '../register/counts.ts'
import type { Edition, Site, Use } from '../site.ts'

/** The way in: what one can do here, how things stand, and how a use goes from beginning to end. */
export const topPage = (site: Site): Page => ({
  path: links.top,
  title: siteName,
  under: 'top',
  body: (
    <>
      <Title lead="クラウド、Web会議、ファイル共有、生成AIなどの外部サービスを、ガイドラインに沿って使うための入口です。">
        外部サービスを使うとき、使っているとき
      </Title>
      <Doors edition={site.edition} />
      <Now site={site} />
      <Path />
      <Guides site={site} />
    </>
  ),
})

const inRegister: Readonly<Record<Edition, string>> = {
  internal: '区で使っている外部サービスと、その状態・条件・期限を調べます。',
  public: '区の各課が届け出ている外部サービスの利用を調べます。',
}

const doorsOf = (edition: Edition): readonly (readonly [to: string, name: string, what: string])[] => [
  [
    links.apply,
    '使えるか調べる・申請する',
    '質問に答えると、使えるかどうかと、出すものが分かります。続けて申請を書けます。',
  ],
  [links.register, '台帳を見る', inRegister[edition]],
  [links.guideline, '基準を読む', 'ガイドラインの節ごとに、規則・表・様式・例を読み、言葉から探します。'],
]

const Doors = ({ edition }: Pick<Site, 'edition'>) => (
  <ul class="doors">
    {doorsOf(edition).map(([to, name, what], index) => (
      <li key={to} class={index === 0 ? 'first' : ''}>
        <h2>
          <Link to={to}>{name}</Link>
        </h2>
        <p>{what}</p>
      </li>
    ))}
  </ul>
)

/** Numbers only: which use is late is said where its section looks. */
const Now = ({ site }: { site: Site }) => {
  const { uses, edition } = site
  const late = dueIn(uses, ['due', 'overdue'])
  const soon = dueIn(uses, ['soon'])
  return (
    <section aria-labelledby="now">
      <h2 id="now">いまのようす</h2>
      <ul class="figures">
        {(edition === 'public' ? countsOf(site).map(namedCount) : countByStatus(uses)).map(([name, count]) => (
          <li key={name}>
            <strong>{count}</strong>件 {name}
          </li>
        ))}
      </ul>
      {edition === 'internal' && (
        <p>
          期限が近い利用は {soon} 件、目安日や期限を過ぎている利用は {late} 件です。
          <Link to={links.deadlines}>期限を月ごとに見る</Link>
        </p>
      )}
      <p>
        課や区分ごとの数は<Link to={links.statistics}>統計</Link>にあります。
      </p>
    </section>
  )
}

const dueIn = (uses: readonly Use[], states: readonly string[]): number =>
  uses.filter(({ row: { nextDue } }) => nextDue !== null && states.includes(nextDue.state)).length

/** What is public knows of no states. */
const namedCount = ({ name, count }: Count): [name: string, count: number] => [name, count]

function countByStatus(uses: readonly Use[]): [name: string, count: number][] {
  const counted = useStatuses.map((status): [string, number] => [
    wordStatus(status),
    uses.filter(({ row }) => row.status === status).length,
  ])
  return counted.filter(([, count]) => count > 0)
}

const steps = [
  ['調べる', '使えるか、何を出すかを調べます。申請が要らないサービスもあります。', ['3', '9']],
  ['申請する', '様式1か様式2で申請します。有料か重要情報ありなら、情報化企画の可否決定も要ります。', ['9']],
  ['許可を受けて使う', '審査を経て許可され、台帳に載ります。契約するのは、可否決定のあとです。', ['8', '9']],
  ['点検する', '導入のとき、運用を始めるとき、そのあと年1回程度、点検を記録します。', ['10', '11', '13']],
  ['終える', '使い終えたら、情報の消去を確かめて報告します。', ['9', '12']],
] as const

const Path = () => (
  <section aria-labelledby="path">
    <h2 id="path">申請から終了まで</h2>
    <ol class="path">
      {steps.map(([name, what, sections]) => (
        <li key={name}>
          <h3>{name}</h3>
          <p>{what}</p>
          <p class="note">
            {sections.map((section) => (
              <>
                <SectionLink section={section} />{' '}
              </>
            ))}
          </p>
        </li>
      ))}
    </ol>
  </section>
)

const guides = [
  ['applicant', '申請する方の手引き'],
  ['reviewer', '審査する方の手引き'],
  ['administrator', '管理する方の手引き'],
] as const

const Guides = ({ site: { repository, commit } }: { site: Site }) =>
  repository === null ? null : (
    <section aria-labelledby="guides">
      <h2 id="guides">手引き</h2>
      <ul class="plain-list spaced">
        {guides.map(([file, name]) => (
          <li key={file}>
            <a href={`https://github.com/${repository}/blob/${commit ?? 'HEAD'}/docs/${file}.md`}>{name}（GitHub）</a>
          </li>
        ))}
      </ul>
    </section>
  )
