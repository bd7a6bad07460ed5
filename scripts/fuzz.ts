/** `npm run fuzz [-- --rounds 10]`: every property test again, each round from another seed. */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { glob } from 'zx'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } })
const tests = (await glob('{src,policies,scripts,actions,site}/**/*.test.{ts,tsx}')).filter((file) =>
  readFileSync(file, 'utf8').includes("from 'fast-check'"),
)
const failed: number[] = []
for (let round = 0; round < Number(values.rounds); round += 1) {
  const seed = randomInt(2 ** 31)
  const env = { ...process.env, SEED: String(seed) }
  const arguments_ = ['node_modules/vitest/vitest.mjs', 'run', ...tests]
  const { status } = spawnSync(process.execPath, arguments_, { env, stdio: 'inherit' })
  if (status !== 0) failed.push(seed)
}
console.log(
  failed.length === 0 ? 'どの種でも通りました。' : `通らなかった種: ${failed.join(' ')}（SEED=… npm test で再現）`,
)
process.exitCode = failed.length === 0 ? 0 : 1
