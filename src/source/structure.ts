import type { Pointer } from '../pointer.ts'
import { type Flaw, yamlFlaw } from './flaw.ts'
import type { Span } from './lines.ts'

/** What YAML allows and a service file does not: values stand where they are read, once, in one document. */
export const depthLimit = 12
export const nodeLimit = 20_000

const beginning: Span = { start: 0, end: 0 }

export const empty = (): Flaw =>
  yamlFlaw(beginning, 'ファイルに内容がありません。', '「項目名: 値」の形で内容を書いてください。')

export const tooManyNodes = (): Flaw =>
  yamlFlaw(beginning, '項目と値の数が20,000を超えています。', '不要な内容を除き、20,000以下にしてください。')

export const tooDeep = (at: Span): Flaw =>
  yamlFlaw(at, '入れ子が12段を超えています。', '括弧や字下げを見直し、12段以内にしてください。')

export const secondDocument = (at: Span): Flaw =>
  yamlFlaw(
    at,
    '一つのファイルに二つ以上の文書があります。',
    '区切りの行から後を、別のファイルに分けるか消してください。',
  )

export const directive = (at: Span): Flaw =>
  yamlFlaw(at, '「%」で始まる指示の行は使えません。', 'その行を消してください。')

export const complexKey = (at: Span): Flaw =>
  yamlFlaw(
    at,
    '項目名のところに一覧や入れ子の内容があります。',
    '項目名は文字で書き、値に括弧を使うときは全体を "…" で囲んでください。',
  )

export const namelessKey = (at: Span): Flaw =>
  yamlFlaw(at, '項目名がありません。', '「:」の前に項目名を書いてください。')

/** What YAML takes for the beginning of a name, and whoever typed it meant as indentation or as the mark of a list. */
export function wideBeginning(name: string, { start }: Span): Flaw | null {
  const first = { start, end: start + 1 }
  if (name.startsWith('\u3000')) return wideIndentation(first)
  if (/^[\u00a0\u1680\u2000-\u200a\u202f\u205f]/.test(name)) return oddIndentation(first)
  return /^[－―–—‐−ー・][ \u3000]/.test(name) ? wideMark(first) : null
}

export const wideIndentation = (at: Span): Flaw =>
  yamlFlaw(at, '行頭に全角の空白があります。', '行頭の全角の空白を、半角の空白に直してください。')

/** Such as web pages have: they look like a space of half width, and are none. */
export const oddIndentation = (at: Span): Flaw =>
  yamlFlaw(at, '行頭に、半角の空白と見分けにくい別の空白があります。', '行頭の空白を、半角の空白に打ち直してください。')

export const wideMark = (at: Span): Flaw =>
  yamlFlaw(
    at,
    '一覧の印に、半角の「- 」でない記号があります。',
    '行頭の記号を、半角の「-」と半角の空白に直してください。',
  )

export const duplicate = (at: Span, name: string, pointer: Pointer): Flaw => ({
  ...yamlFlaw(at, `項目「${name}」が二度書かれています。`, 'どちらか一方を残し、もう一方を消してください。'),
  pointer,
})

export const reuse = {
  anchor: (at: Span): Flaw =>
    yamlFlaw(
      at,
      '値の使い回しのための名前（&）は、読む人に値が見えなくなるため使えません。',
      '値をその場所にそのまま書くか、文字としての「&」なら "…" で囲んでください。',
    ),
  alias: (at: Span): Flaw =>
    yamlFlaw(
      at,
      '値の使い回し（*）は、読む人に値が見えなくなるため使えません。',
      '値をその場所にそのまま書くか、文字としての「*」なら "…" で囲んでください。',
    ),
  merge: (at: Span): Flaw =>
    yamlFlaw(
      at,
      'ほかの項目を取り込む「<<」は、読む人に値が見えなくなるため使えません。',
      '取り込む項目をその場所にそのまま書いてください。',
    ),
}

export const tag = (at: Span): Flaw =>
  yamlFlaw(at, '型の指定（!）は使えません。', '指定を消すか、文字としての「!」なら "…" で囲んでください。')
