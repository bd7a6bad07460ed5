import { useState } from 'preact/hooks'
import type { Pointer } from '../../../src/pointer.ts'
import { Notice } from '../../parts/notice.tsx'
import { useDesk } from '../desk.ts'
import { downloadBlob } from '../download.ts'
import { loadScript } from '../load.ts'
import { providerSheets, type Taken, takeAnswers } from '../model/provider.ts'
import type { Workbooks } from '../workbooks.ts'

const sizeLimit = 5 * 1024 * 1024

async function workbooks(): Promise<Workbooks> {
  await loadScript('workbooks.js')
  return (globalThis as unknown as { shinsaWorkbooks: Workbooks }).shinsaWorkbooks
}

/** 別表 as a sheet of Excel that goes to the provider, and comes back filled in. */
export const ProviderSheet = ({ rows }: { rows: readonly Pointer[] }) => {
  const { work, act } = useDesk()
  const [taken, setTaken] = useState<Omit<Taken, 'work'> | null>(null)
  const save = async (): Promise<void> => {
    const { write } = await workbooks()
    downloadBlob('別表.xlsx', await write(providerSheets(work, rows)))
  }
  const take = async (file: File): Promise<void> => {
    try {
      if (file.size > sizeLimit) throw new Error('too large')
      const grids = await (await workbooks()).read(file)
      act.change((now) => {
        const { work: next, ...rest } = takeAnswers(now, grids)
        setTaken(rest)
        return next
      })
    } catch {
      setTaken({
        rows: 0,
        problems: [`${file.name} を読めません。Excelブック（.xlsx）で、5MB以下のものを選んでください。`],
      })
    }
  }
  return (
    <details>
      <summary>Excelで提供者に確かめる</summary>
      <p>表を保存して提供者に送り、記入されたものを取り込めます。取り込んだあとに、1行ずつ確かめてください。</p>
      <div class="buttons">
        <button type="button" onClick={save}>
          提供者に送る表を保存する
        </button>
      </div>
      <div class="part">
        <label for="provider-sheet">記入された表（.xlsx）を取り込む</label>
        <input
          type="file"
          id="provider-sheet"
          accept=".xlsx"
          onChange={({ currentTarget: { files } }) => {
            const file = files?.[0]
            if (file !== undefined) take(file)
          }}
        />
      </div>
      {taken !== null && <Result {...taken} />}
    </details>
  )
}

const Result = ({ rows, problems }: Omit<Taken, 'work'>) => (
  <Notice kind={problems.length === 0 ? 'success' : 'warning'} title={`${rows}行を取り込みました`} live>
    {problems.length > 0 && (
      <ul>
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    )}
  </Notice>
)
