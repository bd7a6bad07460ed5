import { useDesk } from '../desk.ts'
import { Heading } from '../parts/heading.tsx'
import { StepLink } from '../parts/step-link.tsx'
import { FileName } from './file-name.tsx'
import { Looks } from './looks.tsx'
import { ToMend } from './to-mend.tsx'
import { Ways } from './ways.tsx'

/** The last step: what is said of the file, how it looks to others, and how to hand it in. */
export const HandIn = () => {
  const { sections } = useDesk()
  const last = sections.at(-1)
  return (
    <>
      <Heading lead="自動点検の結果を確かめ、出し方を選びます。">確かめて出す</Heading>
      <h2>自動点検の結果</h2>
      <ToMend />
      <h2>中身を確かめる</h2>
      <Looks />
      <h2>出す</h2>
      <FileName />
      <Ways />
      <div class="buttons turn">
        <StepLink at={last === undefined ? 'ask' : `write/${last.id}`}>戻る</StepLink>
      </div>
    </>
  )
}
