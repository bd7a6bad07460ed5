import { expect, test } from 'vitest'
import { call, connectTo } from './client.ts'

test('where nobody answers, the fault has no status', async () => {
  const client = connectTo({
    ...{ token: 'x', repository: 'a/b', apiUrl: 'http://127.0.0.1:9' },
    ...{ patience: 1000, pause: 0 },
  })
  const asked = call(client, 'リポジトリの読取り', (request) =>
    client.octokit.rest.repos.get({ owner: 'a', repo: 'b', request }),
  )
  await expect(asked).rejects.toMatchObject({ intention: 'リポジトリの読取り', status: null })
})
