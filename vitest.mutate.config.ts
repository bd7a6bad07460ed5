import { defineConfig } from 'vitest/config'

/** Only what judges rules and assessment, and only what is fast enough to run for every mutant. */
export default defineConfig({
  test: {
    include: [
      'policies/**/*.test.ts',
      'src/{assess,assess.table,check,choices,diagram,facts,opinions,trace}.test.ts',
      // What was read for a finding is watched for the one who judges
      'src/gate/judgements.test.ts',
    ],
    exclude: ['policies/tables.test.ts', 'policies/coverage.test.ts'],
    testTimeout: 120_000,
  },
})
