import { departments } from '../../../policies/tables.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { fieldOf } from '../../../src/draft/places.ts'
import { useDesk } from '../desk.ts'
import { FieldBox, Help, partIds } from '../fields/box.tsx'
import { stateOf } from '../fields/field.tsx'
import { answered } from '../model/work.ts'

const pointer = '/department/name'

/** The department by the ward's table: its folder comes with it. */
export const Department = () => {
  const desk = useDesk()
  const { work, act, today } = desk
  const { id, help, found } = partIds(pointer)
  const { said, isWrong, need } = stateOf(desk, pointer)
  const inForce = departments.departments.filter(({ from, to }) => from <= today && (to === null || today <= to))
  const written = answerAt(work.draft, pointer)
  const isKnown = inForce.some(({ name }) => name === written)
  return (
    <FieldBox
      pointer={pointer}
      kind="single"
      title={fieldOf(pointer)?.title}
      need={need}
      help={<Help pointer={pointer} field={fieldOf(pointer)!} />}
      {...said}
    >
      <select
        id={id}
        value={String(written ?? '')}
        aria-invalid={isWrong}
        aria-describedby={`${help} ${found}`}
        onBlur={() => act.touch(pointer)}
        onChange={({ currentTarget: { value } }) => {
          const chosen = inForce.find(({ name }) => name === value)
          act.change((now) => ({
            ...answered(now, pointer, value === '' ? undefined : value),
            ...(now.base === null && chosen !== undefined ? { folder: chosen.slug } : {}),
          }))
        }}
      >
        <option value="">選んでください</option>
        {written !== undefined && !isKnown && <option value={String(written)}>{String(written)}</option>}
        {inForce.map(({ slug, name }) => (
          <option key={slug} value={name}>
            {name}
          </option>
        ))}
      </select>
      {departments.status === 'reconstruction' && (
        <p class="note">課の一覧は再構成です。課がないときは、情報政策課に知らせてください。</p>
      )}
    </FieldBox>
  )
}
