import fc from 'fast-check'

/**
 * Tests by example values must say the same of the same commit: they start from one seed. `npm run fuzz` looks further,
 * and tells the seed with which what it finds can be found again.
 */
const { SEED } = process.env
fc.configureGlobal({ seed: SEED === undefined ? 20_260_401 : Number(SEED) })
