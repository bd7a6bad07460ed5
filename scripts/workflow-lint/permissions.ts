import { type Finding, mapping, type Rule, textsIn } from './workflow.ts'

/** What a job may do, and what it may know. */
export const permissionRules: readonly Rule[] = [
  {
    id: 'top-permissions',
    check: ({ value: { permissions } }) => {
      if (permissions === undefined) return [{ at: [], message: 'いちばん上に permissions: {} を書いてください。' }]
      const isReadOnly = Object.values(mapping(permissions)).every((level) => level === 'read' || level === 'none')
      if (typeof permissions !== 'string' && isReadOnly) return []
      return [
        {
          at: ['permissions'],
          message: 'いちばん上の permissions は {} か読取りだけにし、書込みは job ごとに与えてください。',
        },
      ]
    },
  },
  {
    id: 'job-permissions',
    check: ({ jobs }) =>
      jobs
        .filter(({ value }) => typeof value.permissions === 'string')
        .map(({ at }) => ({ at: [...at, 'permissions'], message: 'permissions は、権限を1つずつ書いてください。' })),
  },
  {
    id: 'secrets-environment',
    check: ({ value, jobs }) => {
      const { jobs: _, ...outside } = value
      const message = '秘密を使えるのは、environment を持つ job だけです。'
      const open = jobs.filter((job) => job.value.environment === undefined)
      return [...secretsIn(outside, [], message), ...open.flatMap((job) => secretsIn(job.value, job.at, message))]
    },
  },
  {
    // A dispatch may name any branch, and runs the workflow as that branch has it
    id: 'main-only',
    check: ({ jobs, triggers }) =>
      triggers.has('workflow_dispatch')
        ? jobs
            .filter(({ value }) => value.environment !== undefined && !conditionOf(value).includes(onMain))
            .map(({ id, at }) => ({ at, message: `environment を使う job ${id} に if: ${onMain} を付けてください。` }))
        : [],
  },
  {
    // The register names services and their weak points: nobody may publish it by forgetting something
    id: 'pages-variable',
    check: ({ jobs }) =>
      jobs
        .filter(({ value }) => mapping(value.permissions).pages === 'write')
        .filter(({ value }) => !conditionOf(value).includes('vars.PAGES =='))
        .map(({ id, at }) => ({ at, message: `公開する job ${id} の if で、変数 PAGES を確かめてください。` })),
  },
  {
    id: 'secrets-inherit',
    check: ({ jobs }) =>
      jobs
        .filter(({ value }) => value.secrets === 'inherit')
        .map(({ at }) => ({ at: [...at, 'secrets'], message: 'secrets: inherit は使えません。' })),
  },
]

const onMain = "github.ref == 'refs/heads/main'"
const conditionOf = ({ if: condition }: Readonly<Record<string, unknown>>): string => String(condition ?? '')

/** The token of the job itself is no secret of ours. */
const secret = /\$\{\{(?:(?!\}\}).)*\bsecrets\b(?!\s*\.\s*GITHUB_TOKEN\b)/is

const secretsIn = (value: unknown, at: Finding['at'], message: string): Finding[] =>
  [...textsIn(value, at)].filter(({ text }) => secret.test(text)).map((found) => ({ at: found.at, message }))
