import { useState } from 'preact/hooks'
import { knownServices } from '../../../policies/tables.ts'
import { answerAt } from '../../../src/draft/completion.ts'
import { foldKana } from '../../../src/folding.ts'
import { label } from '../../../src/vocabulary.ts'
import { useDesk } from '../desk.ts'
import { FieldBox, partIds } from '../fields/box.tsx'
import { stateOf } from '../fields/field.tsx'
import { TextInput } from '../fields/text.tsx'
import { named } from '../model/begin.ts'
import { answered } from '../model/work.ts'
import { SameService } from './same-service.tsx'

const pointer = '/service/name'
const mostSuggestions = 5

/** Services that the guideline names whose name, or another name of it, holds what was typed. */
function suggestionsFor(typed: string) {
  const wanted = foldKana(typed)
  if (wanted === '') return []
  return knownServices.services
    .filter(({ name, aliases }) => [name, ...aliases].some((known) => foldKana(known).includes(wanted)))
    .slice(0, mostSuggestions)
}

/** The name of the service; a known one answers questions of its own. */
export const ServiceName = () => {
  const desk = useDesk()
  const { work, act } = desk
  const [isOpen, setOpen] = useState(false)
  const name = String(work.typed[pointer] ?? answerAt(work.draft, pointer) ?? '')
  const { id, help, found } = partIds(pointer)
  const { said, isWrong } = stateOf(desk, pointer)
  const known = knownServices.services.find((service) => service.name === name)
  const suggestions = isOpen ? suggestionsFor(name) : []
  return (
    <FieldBox
      pointer={pointer}
      kind="single"
      title="サービスの名前"
      need="required"
      help={
        <p class="help" id={help}>
          製品やサービスの名前を書いてください。知られているサービスなら、下に候補が出ます。
          <span class="example">例: LoGoフォーム、Zoom、例示電子申請サービス</span>
        </p>
      }
      {...said}
    >
      <TextInput
        id={id}
        kind="line"
        value={name}
        isWrong={isWrong}
        describedBy={`${help} ${found} suggestions`}
        type={(text) => {
          setOpen(true)
          act.type(pointer, text)
        }}
        leave={() => act.touch(pointer)}
      />
      <div id="suggestions" role="status">
        {suggestions.length > 0 && <p class="note">候補（選ぶと、知られていることを書き込みます）</p>}
        <ul class="suggestions">
          {suggestions.map((service) => (
            <li key={service.name}>
              <button
                type="button"
                onClick={() => {
                  setOpen(false)
                  act.change((now) => named(answered(now, pointer, service.name)))
                }}
              >
                {service.name}（{label('category', service.category)}・{service.provider}）
              </button>
            </li>
          ))}
        </ul>
        {known !== undefined && 'note' in known && <p class="note">{known.note}</p>}
        <SameService name={name} />
      </div>
    </FieldBox>
  )
}
