import { differenceOf, fold } from '../../src/folding.ts'
import type { Pointer } from '../../src/pointer.ts'
import { advice, type Entry, each, type Finding, registryRule } from '../../src/rule.ts'

type Name = { file: string; name: string }

const places = [
  { at: '/service/name', what: 'サービス名', read: ({ service }: Entry) => service.name },
  { at: '/service/provider/name', what: '提供者の名称', read: ({ service }: Entry) => service.provider.name },
]

export default registryRule({
  title: '紛らわしい名称',
  section: '2',
  why: '同じ名称が違う表記で登録されると、同じサービスや提供者の利用を探し出せなくなるためです。',
  *check(files) {
    for (const { at, what, read } of places) yield* variants(namesOf(files, read), at, what)
  },
})

/** Names in the order of their files; one that cannot be read is left out. */
const namesOf = (files: ReadonlyMap<string, Entry>, read: (entry: Entry) => string): Name[] => [
  ...each([...files.keys()].sort(), function* (file): Iterable<Name> {
    yield { file, name: read(files.get(file)!) }
  }),
]

/** The first spelling is the one that later ones are compared with. */
function* variants(names: readonly Name[], at: Pointer, what: string): Iterable<Finding & { file: string }> {
  const firsts = new Map<string, Name>()
  for (const { file, name } of names) {
    const folded = fold(name)
    const first = firsts.get(folded)
    if (first === undefined) firsts.set(folded, { file, name })
    else if (first.name !== name) yield { file, ...variant(at, what, name, first) }
  }
}

function variant(at: Pointer, what: string, name: string, first: Name): Finding {
  const { here, there } = differenceOf(name, first.name)
  return advice(
    at,
    `${what}「${name}」は ${first.file} の「${first.name}」と表記だけが違い（ここでは ${here}、そこでは ${there}）、打ち誤りかもしれません。`,
    `同じものを指すなら、${what}の表記をそろえてください。`,
  )
}
