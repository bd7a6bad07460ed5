import { build } from 'esbuild'

/** Scripts and the style sheet as files of the site. Classic scripts: modules do not load from a folder. */
export async function assets(): Promise<Record<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: { site: 'site/style/site.css', ...scripts },
    outdir: 'out',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    loader: { '.svg': 'dataurl' },
    // The one for Node writes with its Buffer
    alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  return Object.fromEntries(outputFiles.map(({ path, contents }) => [path.replace(/^.*[\\/]out[\\/]/, ''), contents]))
}

/** Each script of a page, by the name it has in the site. */
const scripts: Record<string, string> = {
  deadlines: 'site/scripts/deadlines.ts',
  print: 'site/scripts/print.ts',
  register: 'site/scripts/register.ts',
  'register-csv': 'site/scripts/register-csv.ts',
  apply: 'site/wizard/apply.tsx',
  markdown: 'site/wizard/markdown.ts',
  workbooks: 'site/wizard/workbooks.ts',
  offline: 'site/scripts/offline.ts',
  'guideline-search': 'site/scripts/guideline-search.ts',
  // Not of a page: the body of sw.js
  worker: 'site/offline/worker.ts',
}
