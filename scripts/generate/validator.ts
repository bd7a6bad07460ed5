import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import addFormats from 'ajv-formats'
import { build } from 'esbuild'
import type { Files } from '../generate.ts'
import { banner, readSchema } from './source.ts'

/** Words of our schemas that say something to editors and generators, not to ajv. */
export const annotations = [
  'enumDescriptions',
  'patternErrorMessage',
  'defaultSnippets',
  'markdownDescription',
  'publicProperties',
]

/** The validator compiled ahead: neither the browser nor the command line needs `new Function`. */
export async function validatorFiles(): Promise<Files> {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    allowUnionTypes: true,
    verbose: true,
    keywords: annotations,
    schemas: [readSchema('schemas/vocabulary.schema.json')],
    code: { source: true, esm: true, lines: true },
  })
  addFormats.default(ajv)
  const validate = ajv.compile(readSchema('schemas/service.schema.json'))
  const contents = standaloneCode.default(ajv, validate)
  const built = await build({
    stdin: { contents, resolveDir: '.', loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'es2022',
    minifySyntax: true,
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'none',
  })
  return {
    'src/generated/validate-service.js': banner + built.outputFiles[0]!.text,
    'src/generated/validate-service.d.ts': `${banner}import type { ErrorObject } from 'ajv'\n\ndeclare const validate: { (value: unknown): boolean; errors?: ErrorObject[] | null }\nexport default validate\n`,
  }
}
