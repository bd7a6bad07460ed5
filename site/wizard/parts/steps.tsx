import { useDesk } from '../desk.ts'
import { isRecord, tasks } from '../model/work.ts'
import { StepLink } from './step-link.tsx'

const steps = [
  ['ask', '手続きを調べる'],
  ['write', '内容を書く'],
  ['hand-in', '確かめて出す'],
] as const

/** Where somebody is on the way from the first question to the pull request; a new use may end with the first step. */
export const Steps = ({ step }: { step: string }) => {
  const { work, judged } = useDesk()
  const own = steps.filter(([id]) => !isRecord(work) || id !== 'ask')
  const isOver = ['prohibited', 'out-of-scope'].includes(judged.answer.assessment.outcome)
  const isOpen = (id: string): boolean => id === 'ask' || work.base !== null || !isOver
  return (
    <nav class="steps" aria-label="申請の段階">
      <p class="note">
        <a href="#home">下書きの一覧</a>
        {work.task !== 'new' && ` › ${tasks[work.task]}`}
      </p>
      <ol>
        {own.map(([id, name], index) => (
          <li key={id} class={id === step ? 'current' : ''}>
            {isOpen(id) ? (
              <StepLink at={id} kind="plain" current={id === step}>
                {index + 1} {name}
              </StepLink>
            ) : (
              <span>
                {index + 1} {name}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
