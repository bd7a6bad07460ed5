import { isObject } from '../../src/settings/normalise.ts'
import type { Json, JsonObject } from '../../src/settings/types.ts'
import { type Client, call } from '../github/client.ts'
import { unlessMissing } from './names.ts'

const policies = '/repos/{owner}/{repo}/actions/policies'

/** Who may not write the policies is not told whether there are any. */
export async function findPolicies(client: Client): Promise<JsonObject[] | null> {
  const { octokit, owner, repo } = client
  const intention = 'ワークフローの実行方針の読取り'
  const heads = await unlessMissing(
    call(client, intention, (request) =>
      octokit.request(`GET ${policies}`, { owner, repo, has_parents: false, per_page: 100, request }),
    ),
    [403],
  )
  if (heads === null) return null
  const list = isObject(heads.data as Json) && Array.isArray(heads.data.policies) ? heads.data.policies : []
  const details: JsonObject[] = []
  for (const { id } of list as readonly { id: number }[]) {
    const { data } = await call(client, intention, (request) =>
      octokit.request(`GET ${policies}/{policy_id}`, { owner, repo, policy_id: id, request }),
    )
    details.push(data as JsonObject)
  }
  return details
}
