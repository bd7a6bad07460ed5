/** What the worker keeps from the start: each with the sum of its bytes, so that a mixture of two versions is refused. */
export type Kept = { version: string; files: [address: string, integrity: string][] }
