import type { Knowledge, KnownService } from '../../../src/explain/knowledge.ts'
import { anchors, guidelinePages } from '../../../src/explain/places.ts'
import { label } from '../../../src/vocabulary.ts'
import { type Page, Title } from '../../page.tsx'
import { Guideline } from '../../parts/guideline/frame.tsx'
import { Mark, Origin } from '../../parts/guideline/origin.tsx'
import { TopicLink } from '../../parts/guideline/topic-link.tsx'
import { Table } from '../../parts/table.tsx'

export const servicesPage = (knowledge: Knowledge): Page => {
  const { services, status, note } = knowledge.tables.knownServices
  return {
    path: guidelinePages.services,
    title: '名前の挙がっているサービス',
    under: 'guideline',
    body: (
      <Guideline knowledge={knowledge} name="名前の挙がっているサービス">
        <Title lead="ガイドラインが名前を挙げる製品です。申請のときに名前から選べます。">
          名前の挙がっているサービス
        </Title>
        <p>
          <Mark status={status} />
        </p>
        <Origin status={status} note={note} />
        <Table
          caption="名前の挙がっているサービス"
          captionHidden
          headings={[
            { name: '名前', width: 'wide' },
            { name: '提供者' },
            { name: '区分' },
            { name: '種類' },
            { name: '申請の省略' },
            { name: '注記', width: 'wide' },
          ]}
          ids={services.map(({ name }) => anchors.service(name))}
          rows={services.map((service) => [
            <Name key="name" service={service} />,
            service.provider,
            label('serviceClass', service.class),
            label('category', service.category),
            service.exemption == null ? (
              <span class="none">省略の表に名前はありません</span>
            ) : (
              <TopicLink key="exemption" kind="exemption" id={service.exemption}>
                {label('exemption', service.exemption)}
              </TopicLink>
            ),
            service.note ?? '',
          ])}
        />
      </Guideline>
    ),
  }
}

const Name = ({ service: { name, aliases } }: { service: KnownService }) => (
  <>
    {name}
    {aliases.length > 0 && <p class="note">別の呼び方: {aliases.join('、')}</p>}
  </>
)
