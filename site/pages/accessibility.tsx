import { type SuccessCriterion, successCriteria, type Way } from '../accessibility/criteria.ts'
import { links } from '../links.ts'
import { type Page, Title } from '../page.tsx'
import { Chip, type Tone } from '../parts/chip.tsx'
import { Table } from '../parts/table.tsx'
import type { Site } from '../site.ts'

/** What the site promises, what the tests hold it to, and what nobody has looked at yet. */
export const accessibilityPage = ({ edition }: Site): Page => ({
  path: links.accessibility,
  title: 'アクセシビリティ方針と試験結果',
  under: 'accessibility',
  body: (
    <>
      <Title lead="だれもが、どの端末からでも、申請し、台帳と基準を読めることを目指します。">
        アクセシビリティ方針と試験結果
      </Title>
      <Policy edition={edition} />
      <Tested />
      <Untested />
      <Results />
    </>
  ),
})

const Policy = ({ edition }: Pick<Site, 'edition'>) => (
  <>
    <h2 id="policy">方針</h2>
    <ul>
      <li>対象は、このサイトのすべてのページ{edition === 'public' && '（公開用）'}です。</li>
      <li>JIS X 8341-3:2016 の適合レベルAAに準拠することを目標とし、WCAG 2.2 の適合レベルAAで作り、試験します。</li>
      <li>例外とする事項はありません。GitHubの画面は、このサイトの外にあります。</li>
      <li>台帳と基準は、JavaScriptを使わなくても読めます。申請の画面が使えないときは、様式を印刷して出せます。</li>
      <li>使いにくいところは、情報政策課にお知らせください。</li>
    </ul>
  </>
)

const tests = [
  [
    'axe による検査',
    'WCAG 2.0・2.1・2.2 のA・AAと推奨事項の規則で、広い画面と狭い画面のそれぞれを調べ、指摘がないこと。',
  ],
  ['キーボード', '主なページで、Tab キーだけで終わりまで進め、止まる場所がいつも画面の中に、枠で見えること。'],
  ['拡大', '320 px の幅（1280 px の画面を 400 % に拡大した幅）で、横に動かさずに読めること。'],
  ['文字の間隔', '行間・段落・字間・単語の間隔を広げても、はみ出さないこと。'],
  ['動き', '「動きを減らす」設定のとき、動く効果がないこと。'],
  ['色の置換え', '色を置き換える設定のとき、いまいる場所の印が残ること。'],
  ['JavaScriptなし', '台帳と基準の内容が、そのまま読めること。'],
  ['組立て', '見出しの段、言語、題名、目印、リンク先があること。'],
] as const

const Tested = () => (
  <>
    <h2 id="tested">変更のたびに試していること</h2>
    <p>次の試験は、サイトを変えるたびに Chromium で動かします。1つでも通らなければ、変更は取り込めません。</p>
    <Table
      caption="変更のたびに試していること"
      captionHidden
      headings={[{ name: '試験' }, { name: '確かめること', width: 'wide' }]}
      rows={tests}
    />
  </>
)

const untested = [
  '実際の画面読み上げソフト（NVDA、PC-Talker、ナレーター、VoiceOver）で聞くこと',
  'Microsoft Edge の実機（同じ仕組みの Chromium でだけ試しています）と、スマートフォンの実機',
  '画面の拡大鏡、音声による入力、スイッチによる操作',
  '障害のある職員の方に使っていただくこと',
  '印刷した紙の読みやすさ（画面の上での印刷の見本だけを確かめています）',
]

const Untested = () => (
  <>
    <h2 id="untested">まだ試していないこと</h2>
    <p>次のことは、まだだれも確かめていません。この表は準拠の宣言ではなく、いま分かっていることの記録です。</p>
    <ul>
      {untested.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  </>
)

const ways: Record<Way, readonly [Tone, string]> = {
  tests: ['good', '試験で確認'],
  partly: ['info', '一部を試験で確認・人の確認は未実施'],
  people: ['warning', '人の確認が必要・未実施'],
  nothing: ['neutral', '該当なし'],
}

const Results = () => (
  <>
    <h2 id="results">達成基準ごとの結果</h2>
    <p>「人の確認」は、公開の前と大きな変更のあとに、下の備考のとおりかどうかを情報政策課が確かめる項目です。</p>
    <Table
      caption="達成基準ごとの結果"
      captionHidden
      headings={[
        { name: '番号', width: 'narrow' },
        { name: '達成基準', width: 'wide' },
        { name: 'レベル' },
        { name: '結果' },
        { name: '備考', width: 'wide' },
      ]}
      rows={successCriteria.map(resultOf)}
    />
  </>
)

const resultOf = ({ number, name, level, way, note }: SuccessCriterion) => {
  const [tone, word] = ways[way]
  return [
    number,
    name,
    level,
    <Chip key="way" tone={tone}>
      {word}
    </Chip>,
    note,
  ]
}
