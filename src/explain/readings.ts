import { type Explanation, partOf } from './topic.ts'

export type Reading = { title: string; demands: readonly string[]; next: string }

/** What is looked at before any rule of the guideline: whether there is a file, a text and an answer at each field. */
export const readings: Readonly<Record<string, Reading>> = {
  file: {
    title: 'ファイルの置き方',
    demands: [
      'services/課の名前/サービスの名前.yml に置いた、ふつうのファイルであること。リンクやフォルダは点検しません。',
      '名前は半角の英小文字と数字をハイフンでつないだものであること。',
      '文字コードが UTF-8 で、512 KB までであること。',
      '画面に見えない制御文字や、文字の向きを変える文字がないこと。',
    ],
    next: 'ファイルの名前や置き場所、文字コードを直してください。',
  },
  yaml: {
    title: 'YAML の書き方',
    demands: [
      '「項目: 値」の形で、上の項目に属するものを半角空白で字下げしていること。',
      '同じ項目を二度書いていないこと。',
      '全角の空白や「：」を、区切りに使っていないこと。',
      '別名（& と *）、種類の指定（!）、差し込み（<<）を使っていないこと。',
      '項目と値が合わせて 20,000 個まで、字下げが 12 段までであること。',
    ],
    next: '示された行を直してください。申請ウィザードで作ったファイルには、この指摘は出ません。',
  },
  schema: {
    title: '項目の書き方',
    demands: [
      '書く項目は schemas/service.schema.json にあるものだけで、どのファイルにも要る項目が揃っていること。',
      '選ぶ項目には、決まった語のどれかが書いてあること。',
      '日付は 2026-04-01 の形で、暦にある日であること。',
      '番号は、決まった桁数の半角の数字であること。',
    ],
    next: '示された項目を、直し方のとおりに書き直してください。項目の名前で explain を引くと、書けるものが分かります。',
  },
}

export function explainReading(id: string): Explanation {
  const { title, demands, next } = readings[id]!
  return {
    name: `${id}  ${title}`,
    topic: { kind: 'reading', id, title, section: null, demands, next },
    parts: [
      ...partOf('見るもの', 'ガイドラインの規則より前に、ファイルが読めるかどうかを見ます。'),
      ...partOf('求めること', ...demands),
      ...partOf('直し方', next),
    ],
  }
}
