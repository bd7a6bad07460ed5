import { relative } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import type { Files } from '../generate.ts'
import { licensesOf } from './licenses.ts'

const common = {
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // js-yaml copies its state by object spread, which V8 runs three times slower than the lowered form.
  supported: { 'object-rest-spread': false },
  charset: 'utf8',
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
  // CommonJS packages in an ES module need a require of their own.
  banner: { js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);" },
} as const satisfies BuildOptions

/** The command line as committed: parts that a command does not need stay in files that it does not load. */
export async function bundle(): Promise<Files> {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: { shinsa: 'scripts/shinsa.ts' },
    splitting: true,
    outdir: 'dist',
    chunkNames: 'parts/[name]-[hash]',
  })
  const files = Object.fromEntries(
    outputFiles.map(({ path, text }) => {
      const file = relative('.', path).replaceAll('\\', '/')
      return [file, file === 'dist/shinsa.js' ? `#!/usr/bin/env node\n${text}` : text]
    }),
  )
  return { ...files, 'dist/LICENSES.txt': licensesOf(Object.keys(metafile.inputs)) }
}

/** The gate in one file: a runner needs nothing else to start it. */
export async function bundleGate(): Promise<Files> {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: { gate: 'scripts/gate.ts' },
    outdir: 'actions/gate/dist',
  })
  const texts = outputFiles.map(({ path, text }) => [relative('.', path).replaceAll('\\', '/'), text])
  return {
    ...Object.fromEntries(texts),
    'actions/gate/dist/LICENSES.txt': licensesOf(Object.keys(metafile.inputs)),
  }
}
