/** What js-yaml's parser says, by the beginning of its sentence, in words that a person can act on. */
export type Wording = { message: string; remedy: string }

const indentation: Wording = {
  message: '字下げが前の行とそろっていません。',
  remedy: '同じまとまりの項目は、行頭の半角空白の数をそろえてください。',
}
export const tabIndentation: Wording = {
  message: '字下げにタブが使われています。',
  remedy: 'タブを半角の空白に直してください。',
}
const unclosed: Wording = {
  message: '引用符か括弧が閉じられていません。',
  remedy: '開いた引用符や括弧を、同じ種類の記号で閉じてください。',
}
const unclosedQuote: Wording = {
  message: '引用符が閉じられていません。',
  remedy: '値の終わりに同じ引用符を書いてください。',
}
const backslash: Wording = {
  message: '"…" の中に、意味の決まっていない「\\」があります。',
  remedy: '「\\」を文字として書くときは、"…" を \'…\' に換えてください。',
}
const block: Wording = {
  message: '「|」や「>」の後ろに余分な文字があります。',
  remedy: '文章は次の行から字下げして書くか、値の全体を "…" で囲んでください。',
}
const property: Wording = {
  message: '値の前に使えない記号（「&」「*」「!」）があります。',
  remedy: '記号を消すか、文字として書くときは値の全体を "…" で囲んでください。',
}
const directive: Wording = {
  message: '「%」で始まる指示の行は使えません。',
  remedy: 'その行を消してください。',
}
const character: Wording = {
  message: '使えない文字があります。',
  remedy: 'その文字を消すか、その行を打ち直してください。',
}

const wordings: readonly (readonly [Wording, readonly string[]])[] = [
  [indentation, ['bad indentation of a mapping entry', 'bad indentation of a sequence entry']],
  [tabIndentation, ['tab characters must not be used in indentation']],
  [unclosed, ['deficient indentation', 'unexpected end of the stream within a flow collection']],
  [
    unclosedQuote,
    [
      'unexpected end of the stream within a single quoted scalar',
      'unexpected end of the document within a single quoted scalar',
      'unexpected end of the stream within a double quoted scalar',
      'unexpected end of the document within a double quoted scalar',
    ],
  ],
  [backslash, ['unknown escape sequence', 'expected hexadecimal character']],
  [character, ['expected valid JSON character', 'the stream contains non-printable characters', 'null byte']],
  [
    block,
    [
      'a line break is expected',
      'repeat of a chomping mode identifier',
      'repeat of an indentation width identifier',
      'bad explicit indentation width of a block scalar',
    ],
  ],
  [
    {
      message: '括弧の中の区切りの「,」が足りません。',
      remedy: '値と値の間に半角の「,」を書いてください。',
    },
    ['missed comma between flow collection entries'],
  ],
  [
    {
      message: '括弧の中の「,」の前に値がありません。',
      remedy: '余分な「,」を消してください。',
    },
    ["expected the node content, but found ','"],
  ],
  [
    {
      message: '「項目名: 値」の形になっていない行があります。',
      remedy: '項目名の後ろに半角の「:」と半角の空白を書いてください。',
    },
    [
      "expected ':' after a mapping key",
      'can not read a block mapping entry; a multiline key may not be an implicit key',
      'a whitespace character is expected after the key-value separator within a block mapping',
    ],
  ],
  [
    {
      message: 'この行は、前の行までの内容とつながっていません。',
      remedy: '余分な記号がないか、行頭の空白の数がそろっているかを確かめてください。',
    },
    ['end of the stream or a document separator is expected', 'can not read a document'],
  ],
  [
    {
      message: '入れ子が12段を超えています。',
      remedy: '括弧や字下げを見直し、12段以内にしてください。',
    },
    ['nesting exceeded maxDepth'],
  ],
  [
    property,
    [
      'duplication of a tag property',
      'unexpected end of the stream within a verbatim tag',
      'named tag handle cannot contain such characters',
      'tag suffix cannot contain',
      'tag name cannot contain such characters',
      'undeclared tag handle',
      'duplication of an anchor property',
      'name of an anchor node must contain at least one character',
      'alias node should not have any properties',
      'name of an alias node must contain at least one character',
    ],
  ],
  [
    directive,
    [
      'directive name must not be less than one character in length',
      'duplication of %YAML directive',
      'YAML directive accepts exactly one argument',
      'ill-formed argument of the YAML directive',
      'unacceptable YAML version of the document',
      'TAG directive accepts exactly two arguments',
      'ill-formed tag handle',
      'there is a previously declared suffix for',
      'ill-formed tag prefix',
      'directives end mark is expected',
    ],
  ],
]

export const wordingOf = (reason: string): Wording | undefined =>
  wordings.find(([, beginnings]) => beginnings.some((beginning) => reason.startsWith(beginning)))?.[0]

/** For a reason that a later js-yaml may bring. */
export const unknownReason: Wording = {
  message: 'この行のあたりで、YAMLとして読めなくなっています。',
  remedy: '記号の全角と半角、引用符や括弧の閉じ忘れ、字下げを確かめてください。',
}
