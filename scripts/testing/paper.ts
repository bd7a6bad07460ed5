import { extractText, getDocumentProxy } from 'unpdf'

/** PDF may have radicals where the text has letters, and another dot between words. */
const letters: Readonly<Record<string, string>> = {
  ...{
    '‧': '・',
    '⻑': '長',
    '⺠': '民',
    '⻄': '西',
    '⻘': '青',
    '⻝': '食',
    '⻩': '黄',
    '⻆': '角',
    '⻢': '馬',
    '⺟': '母',
  },
}
/** A text as it is compared with what stands on paper. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[‧\u2e80-\u2eff]/g, (found) => letters[found] ?? found)
    .replaceAll(/\s/g, '')

/** What stands on each page of a PDF. */
export async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(pdf), { mergePages: false })
  return text.map(plain)
}
