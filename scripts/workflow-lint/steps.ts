import { type Finding, type Job, mapping, type Rule, type Step, type Workflow } from './workflow.ts'

const pinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/
const image = /^docker:\/\/\S+@sha256:[0-9a-f]{64}$/

const stepsOf = ({ jobs }: Workflow): readonly Step[] => jobs.flatMap(({ steps }) => steps)
const usesOf = (workflow: Workflow): Step[] =>
  [...stepsOf(workflow), ...workflow.jobs].filter(({ value }) => typeof value.uses === 'string')
const isAction = ({ value }: Step, name: string): boolean => String(value.uses).startsWith(`${name}@`)
const options = ({ value }: Step) => mapping(value.with)

/** A job is privileged when it holds a key or may write: what others left behind must not reach it. */
const isPrivileged = ({ value }: Job): boolean =>
  value.environment !== undefined || Object.values(mapping(value.permissions)).includes('write')

const usable = (workflow: Workflow, privileged: boolean, unwanted: (step: Step) => string | null): Finding[] =>
  workflow.jobs
    .filter((job) => !privileged || isPrivileged(job))
    .flatMap(({ steps }) => steps)
    .flatMap((step) => {
      const message = unwanted(step)
      return message === null ? [] : [{ at: step.at, message }]
    })

/** What the steps run. */
export const stepRules: readonly Rule[] = [
  {
    id: 'pinned-uses',
    check: (workflow) =>
      usesOf(workflow).flatMap(({ at, value }) => {
        const uses = String(value.uses)
        const line = workflow.text.split('\n')[workflow.lineOf([...at, 'uses']) - 1] ?? ''
        if (uses.startsWith('./') || image.test(uses)) return []
        if (!pinned.test(uses))
          return [{ at: [...at, 'uses'], message: `${uses} を、コミットの40桁で固定してください。` }]
        if (/# v?\d+(\.\d+)*\s*$/.test(line)) return []
        return [{ at: [...at, 'uses'], message: `${uses} の後に、「# v1.2.3」の形で版を書いてください。` }]
      }),
  },
  {
    id: 'expression-in-run',
    check: (workflow) =>
      stepsOf(workflow).flatMap(({ at, value }) => {
        const scripts = [
          { at: [...at, 'run'], text: value.run },
          { at: [...at, 'with', 'script'], text: mapping(value.with).script },
        ]
        return scripts
          .filter(({ text }) => typeof text === 'string' && text.includes('${{'))
          .map((found) => ({ at: found.at, message: 'スクリプトの中に式を書けません。値は env で渡してください。' }))
      }),
  },
  {
    // On an Enterprise Server it would ask github.com, with a token that is none there
    id: 'gh-host',
    check: (workflow) =>
      usable(workflow, false, ({ value }) => {
        const script = String(value.run ?? '')
        const isTold = script.includes('GH_HOST') && mapping(value.env).GH_ENTERPRISE_TOKEN !== undefined
        return !/\bgh (?:pr|workflow|api|issue|run)\b/.test(script) || isTold
          ? null
          : 'gh には、GH_HOST と GH_ENTERPRISE_TOKEN で接続先を教えてください。'
      }),
  },
  {
    id: 'gate-checkout',
    check: (workflow) => {
      if (!workflow.triggers.has('pull_request_target')) return []
      return usable(workflow, false, (step) =>
        isAction(step, 'actions/checkout') && ('ref' in options(step) || 'repository' in options(step))
          ? 'pull_request_target では、main のほかを取り出せません。ref と repository を消してください。'
          : null,
      )
    },
  },
  {
    id: 'checkout-credentials',
    check: (workflow) =>
      usable(workflow, false, (step) =>
        isAction(step, 'actions/checkout') && options(step)['persist-credentials'] !== false
          ? 'actions/checkout には persist-credentials: false を付けてください。'
          : null,
      ),
  },
  {
    id: 'install-scripts',
    check: (workflow) =>
      usable(workflow, false, ({ value }) => {
        const commands = String(value.run ?? '').match(/\bnpm (?:ci|i|install|add)\b[^\n;&|]*/g) ?? []
        const isSafe = (command: string) => command.startsWith('npm ci') && command.includes('--ignore-scripts')
        return commands.every(isSafe) ? null : '入れるときは npm ci --ignore-scripts を使ってください。'
      }),
  },
  {
    id: 'privileged-cache',
    check: (workflow) =>
      usable(workflow, true, (step) => {
        const isNode = isAction(step, 'actions/setup-node')
        const caches = 'cache' in options(step) || options(step)['package-manager-cache'] !== false
        return /^actions\/cache(\/\w+)?@/.test(String(step.value.uses)) || (isNode && caches)
          ? '権限を持つ job では、キャッシュを使えません（setup-node には package-manager-cache: false）。'
          : null
      }),
  },
  {
    id: 'privileged-artifact',
    check: (workflow) =>
      usable(workflow, true, (step) =>
        isAction(step, 'actions/download-artifact')
          ? '権限を持つ job では、ほかの job の成果物を受け取れません。'
          : null,
      ),
  },
]
