/** The client of the actions, as they get it. It reads its addresses when it is first imported. */
export async function connect(github: { readonly url: string; readonly graphqlUrl: string }, token: string) {
  process.env.GITHUB_API_URL = github.url
  process.env.GITHUB_GRAPHQL_URL = github.graphqlUrl
  const { getOctokit } = await import('@actions/github')
  return getOctokit(token, { baseUrl: github.url, log: silent })
}

const nothing = () => undefined
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing }
