import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFaults, type Faults } from './faults.ts'
import { createListener, type RequestRecord } from './listener.ts'
import { createPayloads, type Payloads } from './payloads.ts'
import { createState, type WorldOptions } from './world/create.ts'
import { createWorld, type World } from './world/world.ts'

export type FakeGitHub = {
  /** For `GITHUB_API_URL` and the client's `baseUrl`. */
  readonly url: string
  readonly graphqlUrl: string
  readonly world: World
  readonly faults: Faults
  readonly payloads: Payloads
  /** Every request so far, in order. */
  readonly requests: readonly RequestRecord[]
  /** What was wrong with requests or answers by GitHub's own description. */
  readonly violations: string[]
  /** Stops the server; throws when there were violations. */
  readonly close: () => Promise<void>
}

export type FakeGitHubOptions = WorldOptions & {
  /** Answer under `/api/v3` and `/api/graphql`, as GitHub Enterprise Server does. */
  readonly enterprise?: boolean
}

export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const state = createState(options)
  const faults = createFaults()
  const requests: RequestRecord[] = []
  const violations: string[] = []
  const prefix = options.enterprise === true ? '/api/v3' : ''
  const graphqlPath = options.enterprise === true ? '/api/graphql' : '/graphql'
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const url = `${origin}${prefix}`
  server.on('request', createListener({ state, faults, requests, violations, url, prefix, graphqlPath }))
  return {
    url,
    graphqlUrl: `${origin}${graphqlPath}`,
    world: createWorld(state),
    faults,
    payloads: createPayloads({ state, api: url }),
    requests,
    violations,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      if (violations.length > 0) throw new Error(`GitHub would not know this:\n${violations.join('\n')}`)
    },
  }
}
