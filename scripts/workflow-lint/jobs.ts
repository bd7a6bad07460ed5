import { list, type Rule } from './workflow.ts'

/** Where jobs run, for how long, and which of them the branch asks for. */
export const jobRules: readonly Rule[] = [
  {
    id: 'timeout',
    check: ({ jobs }) =>
      jobs
        .filter(({ value }) => value.uses === undefined && typeof value['timeout-minutes'] !== 'number')
        .map(({ id, at }) => ({ at, message: `job ${id} に timeout-minutes を書いてください。` })),
  },
  {
    id: 'runner',
    check: ({ jobs }) =>
      jobs
        .filter(({ value }) => value.uses === undefined && value['runs-on'] !== 'ubuntu-24.04')
        .map(({ id, at }) => ({
          at: [...at, 'runs-on'],
          message: `job ${id} は ubuntu-24.04 で動かしてください（-latest や自前の機械は使いません）。`,
        })),
  },
  {
    // A job that was skipped counts as passed: one job has to look at all the others
    id: 'ci-ok',
    check: ({ file, jobs }) => {
      const last = jobs.find(({ id }) => id === 'ci-ok')
      if (last === undefined) return file === 'ci.yml' ? [{ at: ['jobs'], message: 'job ci-ok がありません。' }] : []
      const needs = list(last.value.needs)
      const missing = jobs.filter(({ id }) => id !== 'ci-ok' && !needs.includes(id)).map(({ id }) => id)
      return [
        ...(last.value.if === 'always()' ? [] : [{ at: last.at, message: 'ci-ok に if: always() を付けてください。' }]),
        ...(missing.length === 0
          ? []
          : [{ at: [...last.at, 'needs'], message: `ci-ok の needs に ${missing.join('、')} がありません。` }]),
      ]
    },
  },
]
