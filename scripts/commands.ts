import type { Arguments, Option } from './arguments.ts'

/** What a command returns: the status with which the process ends. */
export type Run = (args: Arguments) => Promise<number> | number
export type Command = {
  name: string
  about: string
  operands: { usage: string; about: string; least?: number; most?: number }
  options: Record<string, Option>
  /** Options beyond the list, by their names. */
  accepts?: (name: string) => Option | undefined
  examples: readonly string[]
  /** Loads the command; what it needs comes with it, and nothing else does. */
  load(): Promise<{ run: Run }>
}

const format = (...choices: string[]): Option => ({
  about: `出力の形（${choices.join('、')}）`,
  value: '形',
  choices,
})
const out: Option = { about: '結果をファイルに書きます', value: 'ファイル' }
const asOf: Option = { about: '期限を数える日（例 2026-12-01）。書かなければ期限は見ません', value: '日付' }
const base: Option = { about: 'この版（ブランチやコミット）からの変更も点検します', value: '版' }
const settingsOptions: Record<string, Option> = {
  repo: { about: '対象のリポジトリ', value: 'OWNER/NAME' },
  'base-url': { about: 'GitHub Enterprise Server の API（例 https://ghe.example.lg.jp/api/v3）', value: 'アドレス' },
  'org-teams': { about: '組織でのチームの名前（例 kiban=dx,joho-seisaku=joho）', value: 'チーム' },
  apps: { about: 'App の名前か番号（例 gate=shinsa-gate,ledger=12345）', value: 'App' },
}
const files = { usage: '[ファイルかフォルダ …]', about: '省略すると services/ のすべて、「-」は標準入力' }

export const commands: readonly Command[] = [
  {
    name: 'validate',
    about: 'ファイルを点検し、直すところ・判断するところを示します',
    operands: files,
    options: { format: format('terminal', 'json', 'github', 'sarif', 'junit'), base, 'as-of': asOf, out },
    examples: [
      'validate',
      'validate services/koho/youtube.yml',
      'validate --format json',
      'validate --base origin/main',
    ],
    load: () => import('./validate.ts'),
  },
  {
    name: 'assess',
    about: '使えるか、何を出すかを答えます（書きかけのファイルでもかまいません）',
    operands: files,
    options: {
      format: format('terminal', 'json'),
      ask: { about: '書かれた事実だけで答え、次に尋ねることを示します' },
      out,
    },
    examples: ['assess services/koho/youtube.yml', 'assess - --ask --format json'],
    load: () => import('./assess.ts'),
  },
  {
    name: 'explain',
    about: '規則・節・様式・別表の行・解釈を説明します',
    operands: { usage: '<知りたいもの>', about: '例 03-scope/network-matrix、3、9-(3)、様式5、#16', least: 1, most: 1 },
    options: { format: format('terminal', 'json'), out },
    examples: ['explain 03-scope/network-matrix', 'explain 様式5', "explain '#16'"],
    load: () => import('./explain.ts'),
  },
  {
    name: 'due',
    about: '期限の来る点検・確認・契約などを、近い順に示します',
    operands: files,
    options: {
      format: format('terminal', 'json', 'csv', 'ics'),
      'as-of': { ...asOf, about: '期限を数える日（例 2026-12-01）。書かなければ今日（日本時間）です' },
      within: { about: 'この日数のうちに期限の来るもの（過ぎたものを含みます）だけを示します', value: '日数' },
      department: { about: 'この課（services/ の下のフォルダの名前か、課の名前）の分だけを示します', value: '課' },
      state: { about: 'この状態（open、soon、due、overdue）の分だけを示します。「,」で並べられます', value: '状態' },
      out,
    },
    examples: ['due --within 45', 'due --department koho --state soon,due,overdue', 'due --format ics --out due.ics'],
    load: () => import('./due.ts'),
  },
  {
    name: 'register',
    about: '台帳（利用の一覧）を、画面・表計算・印刷・ほかの道具のために出します',
    operands: files,
    options: {
      format: format('terminal', 'json', 'csv', 'xlsx', 'html'),
      at: {
        about: 'そのときの台帳を出します。日付（例 2026-12-01。日本時間のその日の終わり）か、コミットやタグの名前です',
        value: '日付か版',
      },
      'as-of': { ...asOf, about: '状態と期限を数える日。書かなければ --at の日、それもなければ今日（日本時間）です' },
      department: { about: 'この課（services/ の下のフォルダの名前か、課の名前）の分だけを出します', value: '課' },
      out: { ...out, about: '結果をファイルに書きます（xlsx には必ず要ります）' },
    },
    examples: [
      'register',
      'register --department koho',
      'register --format xlsx --out 台帳.xlsx',
      'register --at 2026-12-01 --format html --out 台帳.html',
    ],
    load: () => import('./register.ts'),
  },
  {
    name: 'handover',
    about: '引継書（課の利用、期限、決定、残っていること）を作ります',
    operands: {
      usage: '<課>',
      about: 'services/ の下のフォルダの名前か、課の名前',
      least: 1,
      most: 1,
    },
    options: {
      format: format('terminal', 'html', 'json'),
      'as-of': { ...asOf, about: '状態と期限を数える日。書かなければ今日（日本時間）です' },
      out,
    },
    examples: ['handover koho', 'handover koho --format html --out 引継書.html'],
    load: () => import('./handover.ts'),
  },
  {
    name: 'statistics',
    about: '利用の数と、今年度の点検・確認の済みと残りを、課・区分・情報の種類ごとに数えます',
    operands: files,
    options: {
      format: format('terminal', 'json', 'csv'),
      'as-of': { ...asOf, about: '数える日。書かなければ今日（日本時間）です' },
      department: { about: 'この課（services/ の下のフォルダの名前か、課の名前）の分だけを数えます', value: '課' },
      out,
    },
    examples: ['statistics', 'statistics --format csv --out 統計.csv'],
    load: () => import('./statistics.ts'),
  },
  {
    name: 'new',
    about: '質問に答えて、新しい利用のファイルを作ります',
    operands: {
      usage: '',
      about: `記入欄はどれも --service.class cloud のように、点でつないだ名前で答えられます`,
      most: 0,
    },
    options: {
      department: { about: '利用する課（services/ のフォルダ名か課の名前）', value: '課' },
      id: { about: 'サービスのファイルの名前（英小文字・数字・ハイフン。.yml は付けません）', value: '名前' },
      'service.name': { about: 'サービス名。知られているサービスなら、提供者や区分も入ります', value: '値' },
      'service.class': { about: 'サービスの区分（idでも日本語でも。例 cloud、クラウドサービス）', value: '値' },
      'use.networks': { about: '接続元のネットワーク（複数は「,」でつなぐ）', value: '値', mayBeEmpty: true },
      'information.kinds': { about: '重要情報の種類（なければ none）', value: '値', mayBeEmpty: true },
      'use.period.start': { about: '利用開始日（2026-04-01 でも R8.4.1 でも）', value: '値' },
      'risks.accepted': {
        about: '求められるリスクすべてに同じ答え。1行ずつは --risks.common-oversight.accepted',
        value: '値',
      },
      'criteria.result': { about: '求められる別表の行すべてに同じ答え。1行ずつは --criteria.1.result', value: '値' },
      from: {
        about:
          '答えの一部を書いたYAMLのファイル（「-」は標準入力）か、記入された様式1・2のブック（xlsx）。オプションの答えが優先します',
        value: 'ファイル',
      },
      out: { about: '書くファイル（すでにあるファイルには書きません）', value: 'ファイル' },
      draft: { about: '答えが足りなくても、直すところがあっても、書きかけとして書きます' },
      format: format('terminal', 'json'),
      'as-of': { about: '課の名称を探す日（省略すると今日）', value: '日付' },
    },
    accepts: (name) =>
      /\.|^(conditions|risks|criteria|governmentCloud)$/.test(name)
        ? { about: '', value: '値', mayBeEmpty: true }
        : undefined,
    examples: [
      'new',
      'new --department koho --id enquete',
      'new --service.name LoGoフォーム --department koho --use.networks lgwan --information.kinds none',
      'new --from 答え.yml --risks.accepted はい --out services/koho/example.yml',
    ],
    load: () => import('./new.ts'),
  },
  {
    name: 'check',
    about: '様式4〜7の点検を、項目ごとに答えて記録します',
    operands: {
      usage: '<様式> <ファイル>',
      about: '項目の答えは --f5-03 n/a --f5-03.note 理由 --f5-03.evidence 資料 のように、項目の番号でも書けます',
      least: 2,
      most: 2,
    },
    options: {
      all: { about: '答えていないすべての項目に同じ答え（yes、partial、no、n/a）', value: '答え' },
      by: { about: '点検者の職名', value: '職名' },
      date: { about: '点検日（省略すると今日）', value: '日付' },
      confirmed: { about: '外部サービス管理者が結果を確認した日', value: '日付' },
      from: {
        about:
          '答えを書いたYAMLのファイル（「-」は標準入力）か、記入された様式のブック（xlsx）。オプションの答えが優先します',
        value: 'ファイル',
      },
      format: format('terminal', 'json'),
      'as-of': { about: '今日とみなす日', value: '日付' },
    },
    accepts: (name) => (/^f\d-\d{2}(\.(result|evidence|note))?$/.test(name) ? { about: '', value: '答え' } : undefined),
    examples: [
      'check 7 services/koho/youtube.yml',
      'check 様式5 services/soumu/zoom.yml --all yes --f5-03 n/a --f5-03.note 初回のため --by 主査',
      'check 4 services/soumu/zoom.yml --from 点検.yml --date R8.6.28',
      'check 5 services/bunka/shisetsu-yoyaku.yml --from 様式5.xlsx',
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'confirm',
    about: '利用状況の確認（台帳調査）を記録します',
    operands: { usage: '<ファイル>', about: '', least: 1, most: 1 },
    options: {
      status: { about: '利用状況（in-use 利用中、ending 終了予定、ended 終了済み）', value: '状況' },
      date: { about: '確認日（省略すると今日）', value: '日付' },
      format: format('terminal', 'json'),
      'as-of': { about: '今日とみなす日', value: '日付' },
    },
    examples: [
      'confirm services/koho/youtube.yml --status in-use',
      'confirm services/koho/x.yml --status 終了予定 --date R8.8.3',
    ],
    load: () => import('./confirm.ts'),
  },
  {
    name: 'terminate',
    about: '利用の終了を記録します（重要情報を扱う利用は、先に様式6の点検）',
    operands: { usage: '<ファイル>', about: '', least: 1, most: 1 },
    options: {
      date: { about: '利用終了日', value: '日付' },
      reason: { about: '終了の理由（work-ended、switched など。日本語でも書けます）', value: '理由' },
      successor: { about: '後継のサービスの名前か申請番号', value: '値' },
      reportedBy: { about: '報告の方法（form3 様式3の届出、register-survey 台帳調査への回答）', value: '方法' },
      reported: { about: '届出日', value: '日付' },
      'data.exported': { about: '必要な情報をすべて取り出したか（はい、いいえ）', value: '答え' },
      'data.deleted': { about: '提供者の側の情報が消えたことを確かめたか（はい、いいえ）', value: '答え' },
      'data.certificate': { about: '消去証明書の番号など', value: '値' },
      'data.certificateDue': { about: '消去証明書の届く予定の日', value: '日付' },
      'data.note': { about: '移行・消去の備考（保存していなければ「保存なし」）', value: '値' },
      from: {
        about:
          '答えを書いたYAMLのファイル（「-」は標準入力）か、記入された様式3のブック（xlsx）。オプションの答えが優先します',
        value: 'ファイル',
      },
      format: format('terminal', 'json'),
      'as-of': { about: '今日とみなす日', value: '日付' },
    },
    examples: [
      'terminate services/koho/youtube.yml',
      'terminate services/koho/x.yml --date R9.3.31 --reason 業務の終了 --data.note 保存なし',
    ],
    load: () => import('./terminate.ts'),
  },
  {
    name: 'form',
    about: '様式1〜7を、白紙のまま、またはファイルから埋めて、印刷か表計算のために出します',
    operands: { usage: '<様式> [ファイル]', about: 'ファイルを省略すると、白紙の様式です', least: 1, most: 2 },
    options: {
      format: format('html', 'xlsx'),
      entry: {
        about: '様式4〜7の、何回目の点検か（1が最も古く、省略すると最新）。next は、これから書く票です',
        value: '番号',
      },
      attachment: { about: '様式の代わりに、情報化企画書に添える1枚を出します（様式1・2）' },
      answers: {
        about: '記入された様式1・2のブック（xlsx）を、違いを示してからファイルに取り込みます',
        value: 'ファイル',
      },
      yes: { about: '違いを示したあと、尋ねずに書きます（--answers とともに）' },
      out: { ...out, about: '結果をファイルに書きます（xlsx には必ず要ります）' },
    },
    examples: [
      'form 1 --out 様式1.html',
      'form 様式7 services/soumu/zoom.yml --out 様式7.html',
      'form 5 services/bunka/shisetsu-yoyaku.yml --entry next --format xlsx --out 様式5.xlsx',
      'form 1 services/kenko-suishin/kenshin-yoyaku.yml --attachment --out 添付資料.html',
      'form 1 services/kenko-suishin/kenshin-yoyaku.yml --answers 様式1.xlsx',
    ],
    load: () => import('./form.ts'),
  },
  {
    name: 'criteria',
    about: '別表を提供者に送る表にし、答えをファイルに取り込みます。区の別表の表も取り込みます',
    operands: {
      usage: '<export | answers | import> …',
      about:
        'export [ファイル]（書けば当てはまる行だけ）、answers ファイル 表.xlsx、import 表.xlsx（区の別表を取り込む）',
      least: 1,
      most: 3,
    },
    options: {
      yes: { about: '違いを示したあと、尋ねずに書きます' },
      out: { ...out, about: '書くファイル（export には必ず要ります）' },
    },
    examples: [
      'criteria export --out 別表.xlsx',
      'criteria export services/soumu/zoom.yml --out 別表.xlsx',
      'criteria answers services/soumu/zoom.yml 別表.xlsx --yes',
      'criteria import 区の別表.xlsx',
    ],
    load: () => import('./criteria.ts'),
  },
  {
    name: 'import',
    about: '今ある台帳（xlsx、csv）を、対応表によってサービスのファイルにします',
    operands: { usage: '<表.xlsx か 表.csv>', about: 'すでにあるファイルには書きません', least: 1, most: 1 },
    options: {
      mapping: { about: '表の列と記入欄の対応（例 fixtures/import/mapping.yml）', value: 'ファイル' },
      'out-dir': { about: '書くフォルダ（省略すると services/）', value: 'フォルダ' },
      'as-of': { ...asOf, about: '課の名称を探す日（省略すると今日）' },
    },
    examples: ['import 台帳.xlsx --mapping 対応表.yml'],
    load: () => import('./import.ts'),
  },
  {
    name: 'history',
    about: '利用に何があったかを、いつ・だれが・何をの順に示します',
    operands: { usage: '<ファイル>', about: '消えたファイルでもかまいません', least: 1, most: 1 },
    options: { format: format('terminal', 'json'), out },
    examples: ['history services/koho/youtube.yml', 'history services/koho/youtube.yml --format json'],
    load: () => import('./history.ts'),
  },
  {
    name: 'ledger',
    about: '決定簿を確かめ、だれが何を許可したかを示します',
    operands: {
      usage: '<verify | show ファイルか記録番号>',
      about: 'verify は決定簿が書き換えられていないことを、git だけで確かめます',
      least: 1,
      most: 2,
    },
    options: {
      format: format('terminal', 'json'),
      witness: { about: '決定簿の末尾の控えがあるファイル（保存したメールなど）。何度でも書けます', value: 'ファイル' },
      branch: { about: '決定簿のブランチ（省略すると ledger）', value: 'ブランチ' },
      main: { about: '取込み先のブランチ（省略すると main）', value: 'ブランチ' },
      out,
    },
    examples: ['ledger verify', 'ledger show services/koho/youtube.yml', 'ledger show D-2026-000123 --format json'],
    load: () => import('./ledger.ts'),
  },
  {
    name: 'audit',
    about: 'これまでの取込みを、当時の規則で審査し直し、許可のないものを示します',
    operands: { usage: '', about: '', most: 0 },
    options: {
      format: format('terminal', 'json'),
      branch: { about: '決定簿のブランチ（省略すると ledger）', value: 'ブランチ' },
      main: { about: '取込み先のブランチ（省略すると main）', value: 'ブランチ' },
      out,
    },
    examples: ['audit', 'audit --format json'],
    load: () => import('./audit.ts'),
  },
  {
    name: 'setup',
    about: 'GitHub のリポジトリの設定を settings/ と比べ、変えることと、人が手で行うことを示します',
    operands: { usage: '', about: 'トークンは環境変数 GITHUB_TOKEN か GH_TOKEN から読みます', most: 0 },
    options: {
      ...settingsOptions,
      plan: { about: '示すだけで、何も変えません（省略したときも同じです）' },
      apply: { about: '変えます。何度行っても、結果は同じです' },
    },
    examples: [
      'setup --repo example-city/shinsa --plan --apps gate=shinsa-gate,ledger=shinsa-ledger,intake=shinsa-intake,settings=shinsa-settings',
      'setup --repo example-city/shinsa --apply --org-teams kiban=dx,joho-seisaku=joho',
    ],
    load: () => import('./setup.ts'),
  },
  {
    name: 'settings-drift',
    about: 'GitHub のリポジトリの設定が settings/ と異なれば、終了コード1で知らせます（毎日の点検用）',
    operands: { usage: '', about: 'トークンは環境変数 GITHUB_TOKEN か GH_TOKEN から読みます', most: 0 },
    options: {
      ...settingsOptions,
      issue: { about: '異なる間だけ issue を1つ開いておきます（環境変数 ISSUES_TOKEN で書きます）' },
      out,
    },
    examples: ['settings-drift --repo example-city/shinsa'],
    load: () => import('./settings-drift.ts'),
  },
  {
    name: 'hook',
    about: 'GitHub を使わないときに、git のサーバーで push を審査します',
    operands: {
      usage: '<install bareリポジトリ | pre-receive>',
      about: 'install はサーバーのリポジトリに組み込みます。pre-receive は git が呼びます',
      least: 1,
      most: 2,
    },
    options: {
      settings: { about: '審査する人などの設定（省略すると、このプログラムの settings/hook.json）', value: 'ファイル' },
    },
    examples: ['hook install /srv/git/register.git'],
    load: () => import('./hook.ts'),
  },
  {
    name: 'deadlines',
    about: '期限の近いもの・過ぎたものを、課ごとに1つの issue で知らせます（毎日のワークフロー用）',
    operands: {
      usage: '',
      about: 'GitHub Actions の外では、書かずに文面を示します。リポジトリは環境変数 GITHUB_REPOSITORY から読みます',
      most: 0,
    },
    options: { 'as-of': { ...asOf, about: '期限を数える日。書かなければ今日（日本時間）です' } },
    examples: ['deadlines --as-of 2026-12-01'],
    load: () => import('./deadlines.ts'),
  },
  {
    name: 'survey',
    about: '台帳調査の issue を、課ごとに1つ開きます（毎年のワークフロー用）',
    operands: {
      usage: '',
      about: 'GitHub Actions の外では、書かずに文面を示します。リポジトリは環境変数 GITHUB_REPOSITORY から読みます',
      most: 0,
    },
    options: {
      'as-of': { ...asOf, about: '調査の日。書かなければ今日（日本時間）です' },
      follow: { about: '新しく開かず、開いている調査だけを今の台帳に合わせます' },
    },
    examples: ['survey --as-of 2026-07-01'],
    load: () => import('./survey.ts'),
  },
  {
    name: 'intake',
    about: 'GitHub の申請票を申請にします（ワークフローが使います）',
    operands: { usage: '<申請票の番号>', about: 'トークンは環境変数 INTAKE_TOKEN から読みます', least: 1, most: 1 },
    options: {},
    examples: ['intake 12'],
    load: () => import('./intake.ts'),
  },
]
