import type { Handlers } from './call.ts'
import { checkHandlers } from './checks.ts'
import { environmentContentHandlers } from './environments.ts'
import { gitHandlers } from './git.ts'
import { historyHandlers } from './history.ts'
import { issueHandlers } from './issues.ts'
import { peopleHandlers } from './people.ts'
import { policyHandlers } from './policies.ts'
import { pullHandlers } from './pulls.ts'
import { repositoryHandlers } from './repository.ts'
import { settingsHandlers } from './settings.ts'

export const handlers: Handlers = {
  ...pullHandlers,
  ...gitHandlers,
  ...checkHandlers,
  ...issueHandlers,
  ...historyHandlers,
  ...repositoryHandlers,
  ...settingsHandlers,
  ...environmentContentHandlers,
  ...policyHandlers,
  ...peopleHandlers,
}
