import { useEffect, useState } from 'preact/hooks'
import { Notice } from '../../parts/notice.tsx'
import { today } from '../clock.ts'
import { type Task, tasks, type Work, workOn } from '../model/work.ts'
import { Heading } from '../parts/heading.tsx'
import { newId } from '../store.ts'
import { textOfUse } from '../uses.ts'

type Props = { file: string; task: string | null; begin(work: Work): void }

/** Opens a use of the register for what is to be done with it. */
export const FromRegister = ({ file, task, begin }: Props) => {
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    textOfUse(file).then(
      (text) => {
        const work = workOn(newId(), { file, text }, taskNamed(task), today())
        if (work === null) setProblem('このファイルは、画面では開けません。情報政策課に相談してください。')
        else begin(work)
      },
      () => setProblem('この利用の内容が、この画面に入っていません。公開用の画面では、今の利用は変えられません。'),
    )
  }, [file, task])
  return (
    <>
      <Heading>{tasks[taskNamed(task)]}</Heading>
      {problem === null ? <p role="status">{file} を開いています。</p> : <Notice kind="error" title={problem} live />}
    </>
  )
}

const taskNamed = (task: string | null): Task =>
  task !== null && Object.hasOwn(tasks, task) && task !== 'new' ? (task as Task) : 'renew'
