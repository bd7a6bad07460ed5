import { sheets } from '../../../policies/sheets.ts'
import { criteria } from '../../../policies/tables.ts'
import { choicesOf } from '../../../src/draft/answer.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { fieldOf, titleOf } from '../../../src/draft/places.ts'
import type { Pointer } from '../../../src/pointer.ts'
import { fieldId } from '../../links.ts'
import { Chip } from '../../parts/chip.tsx'
import { Findings } from '../../parts/findings.tsx'
import { Link } from '../../parts/link.tsx'
import type { Desk } from '../desk.ts'
import { Echo, TextInput } from '../fields/text.tsx'
import { criterionLink } from '../model/guidance.ts'
import type { Found } from '../model/judged.ts'
import { isTouched, readTyped } from '../model/work.ts'

type Row = (typeof criteria.rows)[number]
type Props = { row: Pointer; criterion: Row | undefined; found: readonly Found[]; desk: Desk }

/** One row of 別表. */
export const Criterion = ({ row, criterion, found, desk }: Props) => {
  const { work } = desk
  const isBegun = work.touched.some((pointer) => pointer === row || pointer.startsWith(`${row}/`))
  const isAnswered = answerAt(work.draft, row) !== undefined
  const said = isBegun && isAnswered ? found : []
  const isMissing = isBegun && answerAt(work.draft, `${row}/result`) === undefined
  return (
    <tr id={`${fieldId(row)}-box`} tabIndex={-1}>
      <th scope="row">
        <About row={row} criterion={criterion} />
      </th>
      <td data-name="確認結果">
        <Result row={row} desk={desk} isWrong={isMissing || said.some(({ verdict }) => verdict === 'violation')} />
        {isMissing && <p class="problem">答えてください。</p>}
      </td>
      <td data-name="根拠資料など">
        <Evidence row={row} criterion={criterion} desk={desk} />
        <Findings found={said} />
      </td>
    </tr>
  )
}

const About = ({ row, criterion }: Pick<Props, 'row' | 'criterion'>) => {
  if (criterion === undefined) return <>{titleOf(row, sheets)}</>
  const { number, title, level, requirement, ask, evidence } = criterion
  return (
    <>
      <span class="criterion-title">
        No.{number} {title} <Chip tone={level === 'required' ? 'bad' : 'neutral'}>{criteria.levels[level]}</Chip>
      </span>
      <span class="criterion-text">{requirement}</span>
      <details>
        <summary>提供者への質問と根拠の例</summary>
        <p>質問: {ask}</p>
        {evidence.length > 0 && <p>根拠の例: {evidence.join('、')}</p>}
        <p>
          <Link to={criterionLink(number)}>この行について</Link>
        </p>
      </details>
    </>
  )
}

const Result = ({ row, desk: { work, act }, isWrong }: { row: Pointer; desk: Desk; isWrong: boolean }) => {
  const pointer = `${row}/result`
  const answer = answerAt(work.draft, pointer)
  return (
    <select
      id={fieldId(pointer)}
      value={String(answer ?? '')}
      aria-label={titleOf(pointer, sheets)}
      aria-invalid={isWrong}
      onBlur={() => act.touch(pointer)}
      onChange={({ currentTarget: { value } }) => {
        act.answer(pointer, value === '' ? undefined : value)
        act.touch(pointer)
      }}
    >
      <option value="">選んでください</option>
      {choicesOf(fieldOf(pointer)!).map(({ id, label: name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** What every row has, what only some have, and the reason where a row is not met. */
const Evidence = ({ row, criterion, desk }: { row: Pointer; criterion: Row | undefined; desk: Desk }) => {
  const result = answerAt(desk.work.draft, `${row}/result`)
  const isUnmet = result === 'unmet' || result === 'not-applicable'
  const more = ['validUntil', 'scope', ...(criterion !== undefined && 'parameter' in criterion ? [] : ['value'])]
  const isWritten = (key: string): boolean =>
    answerAt(desk.work.draft, `${row}/${key}`) !== undefined || `${row}/${key}` in desk.work.typed
  return (
    <>
      {isUnmet && <Part pointer={`${row}/reason`} desk={desk} />}
      <Part pointer={`${row}/evidence`} desk={desk} />
      {criterion !== undefined && 'parameter' in criterion && (
        <Part
          pointer={`${row}/value`}
          desk={desk}
          hint={`${criterion.parameter?.name}（${criterion.parameter?.unit}）`}
        />
      )}
      <details open={more.some(isWritten)}>
        <summary>有効期限・対象範囲</summary>
        {more.map((key) => (
          <Part key={key} pointer={`${row}/${key}`} desk={desk} />
        ))}
      </details>
    </>
  )
}

const Part = ({ pointer, desk: { work, act }, hint }: { pointer: Pointer; desk: Desk; hint?: string }) => {
  const field = fieldOf(pointer)!
  const answer = answerAt(work.draft, pointer)
  const typed = work.typed[pointer]
  const shown = typed ?? (answer === undefined ? '' : String(answer))
  const read = typed !== undefined && isTouched(work, pointer) ? readTyped(pointer, typed) : null
  const problem = read !== null && 'problem' in read ? read.problem : null
  const id = fieldId(pointer)
  return (
    <div class="part">
      <label for={id}>
        {field.title}
        {hint !== undefined && <span class="hint">{hint}</span>}
      </label>
      <TextInput
        id={id}
        kind="line"
        value={shown}
        isWrong={problem !== null}
        describedBy={`${id}-echo ${id}-found`}
        type={(text) => act.type(pointer, text)}
        leave={() => act.touch(pointer)}
      />
      <Echo id={`${id}-echo`} shown={shown} answer={answer} field={field} />
      {problem !== null && (
        <p class="problem" id={`${id}-found`}>
          {problem}
        </p>
      )}
    </div>
  )
}
