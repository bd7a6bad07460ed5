import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Packages name sources that they do not carry
  logLevel: 'error',
  // The pages of the site; the tsconfig that says so is not the one at the top
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', 'dist/**', 'build/**', '.stryker-tmp/**'],
    setupFiles: ['src/testing/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A browser on a busy machine takes its time
    expect: { poll: { timeout: 20_000 } },
    maxWorkers: '100%',
    reporters: ['default'],
    // They import JSON in a way that plain Node refuses
    server: { deps: { inline: [/@actions\/(workflow-parser|expressions)/] } },
  },
})
