import type { Reporter } from './reporter.ts'

/** Loaded one at a time: who asks for JSON need not wait for the measuring of Japanese letters. */
const loaders = {
  terminal: async () => (await import('./terminal.ts')).terminal,
  json: async () => (await import('./json.ts')).json,
  github: async () => (await import('./github.ts')).github,
  sarif: async () => (await import('./sarif.ts')).sarif,
  junit: async () => (await import('./junit.ts')).junit,
} satisfies Record<string, () => Promise<Reporter>>

export type Format = keyof typeof loaders

/** The values of `--format`, the default first. */
export const formats = Object.keys(loaders) as Format[]

export const loadReporter = (format: Format): Promise<Reporter> => loaders[format]()
