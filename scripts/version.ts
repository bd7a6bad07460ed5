import manifest from '../package.json' with { type: 'json' }

/** Inlined when the bundle is made: it needs no package.json beside it. */
export const { version } = manifest
