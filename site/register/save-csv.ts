/** What `register-rows.js` and `register-csv.js` bring along; they are only needed by those who take rows away. */
type Brought = typeof globalThis & {
  shinsaRows?: { head: string[]; rows: string[][] }
  shinsaCsv?: (rows: readonly (readonly string[])[]) => string
}

/** Saves these rows of the register, every column of them, as the whole register is saved. */
export async function saveCsv(indexes: readonly number[], { csv = '', csvScripts = '' }: DOMStringMap): Promise<void> {
  await Promise.all(csvScripts.split(' ').map(brought))
  const { shinsaRows, shinsaCsv } = globalThis as Brought
  if (shinsaRows === undefined || shinsaCsv === undefined) return
  const { head, rows } = shinsaRows
  save(shinsaCsv([head, ...indexes.map((index) => rows[index]!)]), csv)
}

/** A classic script, which a folder can give as well as a server. */
const brought = (source: string): Promise<void> =>
  new Promise((resolve, reject) => {
    if (document.querySelector(`script[src="${source}"]`) !== null) return resolve()
    const script = document.createElement('script')
    script.src = source
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', reject)
    document.head.append(script)
  })

function save(text: string, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}
