import { describe, expect, test } from 'vitest'
import { differenceOf, fold, foldKana } from './folding.ts'

describe('fold', () => {
  test.each([
    ['full width', 'ＬｏＧｏフォーム', 'LoGoフォーム'],
    ['half width kana', 'LoGoﾌｫｰﾑ', 'LoGoフォーム'],
    ['letters in one square', '㈱例示', '(株)例示'],
    ['a mark typed apart', 'カ\u3099イド', 'ガイド'],
    ['capitals', 'logoフォーム', 'LoGoフォーム'],
    ['small katakana', 'LoGoフオーム', 'LoGoフォーム'],
    ['small hiragana', 'きやつか', 'きゃっか'],
    ['small katakana of the extension', 'ㇱステム', 'システム'],
    ['a hyphen for the long vowel', 'LoGoフォ-ム', 'LoGoフォーム'],
    ['a full-width hyphen', 'LoGoフォ－ム', 'LoGoフォーム'],
    ['a minus', 'LGWAN−ASP', 'LGWAN-ASP'],
    ['an em dash', 'LGWAN—ASP', 'LGWAN-ASP'],
    ['a box-drawing line', 'LGWAN─ASP', 'LGWAN-ASP'],
    ['two kinds of wave', '朝〜夕', '朝～夕'],
    ['a tilde for the long vowel', 'さ~くる', 'さーくる'],
    ['a space', 'Google フォーム', 'Googleフォーム'],
    ['an ideographic space', 'Google　フォーム', 'Google フォーム'],
    ['what nobody sees', 'B\u00adox', 'Box'],
    ['a variation selector', '渡邉\u{e0100}', '渡邉'],
    ['a Cyrillic capital', 'Вox', 'Box'],
    ['a Cyrillic small letter', 'Bоx', 'Box'],
    ['a Greek capital', 'Ζoom', 'Zoom'],
    ['a Greek small letter', 'Zοom', 'Zoom'],
    ['all that looks Latin in capitals', 'АВЕКМНОРСТУХЅІЈ', 'ABEKMHOPCTYXSIJ'],
    ['all that looks Latin in Greek', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ', 'ABEZHIKMNOPTYXaikvopux'],
    ['all that looks Latin in small letters', 'аекорсухѕіј', 'aekopcyxsij'],
  ])('%s', (_, one, other) => expect(fold(one)).toBe(fold(other)))

  test.each([
    ['another number', 'フォーム1', 'フォーム2'],
    ['another script', 'ふぉーむ', 'フォーム'],
    ['a voiced sound', 'ハス', 'バス'],
    ['a missing stroke', 'サーバ', 'サーバー'],
    ['another ideograph', '渡邊', '渡邉'],
  ])('%s makes another name', (_, one, other) => expect(fold(one)).not.toBe(fold(other)))
})

describe('differenceOf', () => {
  test.each([
    ['LoGoフオーム', 'LoGoフォーム', '「オ」U+30AA', '「ォ」U+30A9'],
    ['Google フォーム', 'Googleフォーム', '「 」U+0020', 'なし'],
    ['Googleフォーム', 'Google フォーム', 'なし', '「 」U+0020'],
    ['ＢＯＸ', 'BOX', '「Ｂ」U+FF22 「Ｏ」U+FF2F 「Ｘ」U+FF38', '「B」U+0042 「O」U+004F 「X」U+0058'],
    [
      'ｃｌｏｕｄ',
      'clou',
      '「ｃ」U+FF43 「ｌ」U+FF4C 「ｏ」U+FF4F 「ｕ」U+FF55 ほか1文字',
      '「c」U+0063 「l」U+006C 「o」U+006F 「u」U+0075',
    ],
    ['渡邉\u{e0100}', '渡邉', '「\u{e0100}」U+E0100', 'なし'],
    ['ああ', 'あ', '「あ」U+3042', 'なし'],
    ['あ', 'ああ', 'なし', '「あ」U+3042'],
    ['同じ', '同じ', 'なし', 'なし'],
  ])('%s and %s', (a, b, here, there) => expect(differenceOf(a, b)).toEqual({ here, there }))
})

describe('foldKana', () => {
  test.each([
    ['hiragana', 'ろごふぉーむ', 'ロゴフォーム'],
    ['half width kana', 'ﾛｺﾞﾌｫｰﾑ', 'ろごふぉーむ'],
    ['marks on kana', 'ヴ', 'ゔ'],
  ])('%s', (_, one, other) => expect(foldKana(one)).toBe(foldKana(other)))

  test('other letters stay apart', () => expect(foldKana('漢字A')).toBe('漢字a'))
})
