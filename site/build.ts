/** `npm run site [-- --public] [--out FOLDER] [--as-of DAY] [--repository OWNER/NAME]`: the site, from this repository. */
import { parseArgs } from 'node:util'
import { gather } from './gather.ts'
import { writeSite } from './write.ts'

const { values } = parseArgs({
  options: {
    public: { type: 'boolean', default: false },
    out: { type: 'string', default: 'build/site' },
    'as-of': { type: 'string' },
    repository: { type: 'string' },
  },
})
const site = gather({
  edition: values.public ? 'public' : 'internal',
  asOf: values['as-of'],
  repository: values.repository,
})
const count = await writeSite(site, values.out)
console.log(`${values.out} に ${count} 個のファイルを書きました。${values.out}/index.html をブラウザで開いてください。`)
