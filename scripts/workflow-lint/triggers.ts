import { mapping, type Rule } from './workflow.ts'

const gate = 'policy-gate.yml'

/** What may start a workflow. */
export const triggerRules: readonly Rule[] = [
  {
    id: 'pull-request-target',
    check: ({ file, triggers }) =>
      triggers.has('pull_request_target') && file !== gate
        ? [{ at: ['on', 'pull_request_target'], message: `pull_request_target を使えるのは ${gate} だけです。` }]
        : [],
  },
  {
    id: 'workflow-run',
    check: ({ triggers }) =>
      triggers.has('workflow_run')
        ? [
            {
              at: ['on', 'workflow_run'],
              message: 'workflow_run は使えません。続きは workflow_dispatch で始めてください。',
            },
          ]
        : [],
  },
  {
    id: 'no-paths',
    check: ({ triggers }) =>
      [...triggers].flatMap(([name, options]) =>
        ['paths', 'paths-ignore']
          .filter((key) => key in options)
          .map((key) => ({
            at: ['on', name, key],
            message: `${key} で絞ると、必須の検査がいつまでも終わりません。`,
          })),
      ),
  },
  {
    id: 'schedule-dispatch',
    check: ({ triggers }) =>
      triggers.has('schedule') && !triggers.has('workflow_dispatch')
        ? [
            {
              at: ['on', 'schedule'],
              message: '定時に動くワークフローは、workflow_dispatch でも動かせるようにしてください。',
            },
          ]
        : [],
  },
  {
    // Of the runs that wait in a group only the newest is kept, even if it will do nothing
    id: 'comment-concurrency',
    check: ({ triggers, value: { concurrency } }) => {
      const group = typeof concurrency === 'string' ? concurrency : String(mapping(concurrency).group ?? '')
      if (!triggers.has('issue_comment') || group === '' || group.includes('github.event.comment.body')) return []
      return [
        {
          at: ['concurrency'],
          message: '関係のないコメントが、待っている実行を押しのけます。group でコメントの内容を見分けてください。',
        },
      ]
    },
  },
  {
    // Whoever opens a pull request chooses the code that runs in these
    id: 'untrusted-write',
    check: ({ triggers, jobs, value }) => {
      if (!triggers.has('pull_request')) return []
      const holders = [
        { at: ['permissions'], value },
        ...jobs.map((job) => ({ ...job, at: [...job.at, 'permissions'] })),
      ]
      return holders.flatMap(({ at, value: { permissions } }) =>
        Object.entries(mapping(permissions))
          .filter(([, level]) => level === 'write')
          .map(([name]) => ({
            at: [...at, name],
            message: `pull_request で動くワークフローに、${name} の書込みを与えられません。`,
          })),
      )
    },
  },
]
