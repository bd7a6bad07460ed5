import { contentOf, entriesOf } from '../../scripts/sheets/zip.ts'

/** Every file of a site as a text that can be searched: workbooks are unpacked, file by file. */
export const textsOf = (files: Readonly<Record<string, string | Uint8Array>>): Map<string, string> =>
  new Map(
    Object.entries(files).flatMap(([path, content]): [string, string][] => {
      if (typeof content === 'string') return [[path, content]]
      const bytes = Buffer.from(content)
      const entries = path.endsWith('.xlsx') ? entriesOf(bytes) : null
      if (entries === null) return [[path, bytes.toString('utf8')]]
      return entries.map((entry) => [`${path}/${entry.name}`, String(contentOf(bytes, entry))])
    }),
  )
