import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentsOf, type Diagram, makeDiagrams } from './diagram.ts'

/** How many values each fact has; its place is its rank. */
const counts = [2, 3, 2, 2]
type Uses = number[][]
const uses: Uses = counts.reduce<Uses>(
  (found, count) => found.flatMap((use) => Array.from({ length: count }, (_, choice) => use.concat(choice))),
  [[]],
)
/** A function of the facts, as the list of its values, use by use. */
type Table = readonly string[]
const anyTable = fc.oneof(
  fc.array(fc.constantFrom('a', 'b'), { minLength: uses.length, maxLength: uses.length }),
  // One that hangs on some facts only.
  fc
    .tuple(fc.subarray([0, 1, 2, 3]), fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 24, maxLength: 24 }))
    .map(([facts, values]) => uses.map((use) => values[facts.reduce((sum, fact) => sum * 3 + use[fact]!, 0) % 24]!)),
)
const anyOrder = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 })
const valueIn = (table: Table, use: readonly number[]): string =>
  table[uses.findIndex((one) => one.every((choice, rank) => choice === use[rank]))]!

/** The diagram of a function whose facts are asked in some order, as a rule would read them. */
function diagramOf(
  diagrams: ReturnType<typeof makeDiagrams>,
  table: Table,
  order: readonly number[],
  known: readonly (readonly [number, number])[] = [],
): Diagram {
  const [rank, ...rest] = order
  if (rank === undefined) {
    const use = counts.map((_, fact) => known.find(([one]) => one === fact)?.[1] ?? 0)
    return diagrams.leaf(valueIn(table, use))
  }
  return diagrams.select(
    rank,
    Array.from({ length: counts[rank]! }, (_, choice) => diagramOf(diagrams, table, rest, [...known, [rank, choice]])),
  )
}

describe('図', () => {
  test('どの順に読んでも、同じ働きは同じ節になり、違う働きは違う節になる', () => {
    fc.assert(
      fc.property(anyTable, anyTable, anyOrder, anyOrder, (table, other, one, two) => {
        const diagrams = makeDiagrams()
        expect(diagramOf(diagrams, table, one)).toBe(diagramOf(diagrams, table, two))
        expect(diagramOf(diagrams, other, one) === diagramOf(diagrams, table, two)).toBe(
          JSON.stringify(table) === JSON.stringify(other),
        )
      }),
    )
  })

  test('事実がすべて決まれば、その値になり、一部なら、残りの働きになる', () => {
    fc.assert(
      fc.property(
        anyTable,
        anyOrder,
        fc.constantFrom(...uses),
        fc.subarray([0, 1, 2, 3]),
        (table, order, use, settled) => {
          const diagrams = makeDiagrams()
          const diagram = diagramOf(diagrams, table, order)
          const all = new Map(use.entries())
          expect(diagrams.restrict(diagram, all)).toBe(diagrams.leaf(valueIn(table, use)))
          const some = new Map(settled.map((rank) => [rank, use[rank]!]))
          const rest = uses.map((one) =>
            valueIn(
              table,
              one.map((choice, rank) => some.get(rank) ?? choice),
            ),
          )
          expect(diagrams.restrict(diagram, some)).toBe(diagramOf(diagrams, rest, order))
          expect(diagrams.restrict(diagram, new Map())).toBe(diagram)
        },
      ),
    )
  })

  test('残る事実は、値を変えうる事実とちょうど一致し、値は、ありうる値と一致する', () => {
    fc.assert(
      fc.property(anyTable, anyOrder, (table, order) => {
        const { ranks, values } = contentsOf(diagramOf(makeDiagrams(), table, order))
        const matters = (rank: number): boolean =>
          uses.some((use) => valueIn(table, use) !== valueIn(table, use.with(rank, 0)))
        expect([...ranks].sort()).toEqual([0, 1, 2, 3].filter(matters))
        expect([...values].sort()).toEqual([...new Set(table)].sort())
      }),
    )
  })

  test('組み合わせた図は、値ごとの組合せであり、早く決めても変わらない', () => {
    fc.assert(
      fc.property(anyTable, anyTable, anyOrder, (table, other, order) => {
        const diagrams = makeDiagrams()
        const pair = [diagramOf(diagrams, table, order), diagramOf(diagrams, other, order)]
        const ofLeaves = (nodes: readonly Diagram[]): string[] =>
          nodes.flatMap((node) => (node.branches === null ? [node.value] : []))
        const whole = diagrams.combine(pair, (nodes) => {
          const values = ofLeaves(nodes)
          return values.length < 2 ? undefined : diagrams.leaf(values.includes('a') ? 'a' : values.join(''))
        })
        const early = diagrams.combine(pair, (nodes) => {
          const values = ofLeaves(nodes)
          if (values.includes('a')) return diagrams.leaf('a')
          return values.length < 2 ? undefined : diagrams.leaf(values.join(''))
        })
        const expected = table.map((value, index) => {
          const values = [value, other[index]!]
          return values.includes('a') ? 'a' : values.join('')
        })
        expect(whole).toBe(diagramOf(diagrams, expected, order))
        expect(early).toBe(whole)
      }),
    )
  })
})

describe('節の数', () => {
  test('等しい部分は、一度だけ作り、一度だけたどる', () => {
    const diagrams = makeDiagrams()
    let made = 0
    // Whether an odd number of 40 facts hold: 2 to the power of 40 ways, 79 nodes.
    const [even, odd] = [diagrams.leaf('even'), diagrams.leaf('odd')]
    let [zero, one]: [Diagram, Diagram] = [even, odd]
    for (let rank = 39; rank >= 0; rank -= 1)
      [zero, one] = [diagrams.select(rank, [zero, one]), diagrams.select(rank, [one, zero])]
    const swapped = diagrams.combine([zero, one], (nodes) => {
      made += 1
      const [first] = nodes
      return first?.branches === null ? diagrams.leaf(first.value) : undefined
    })
    expect(swapped).toBe(zero)
    expect(made).toBeLessThan(100)
    expect(contentsOf(zero).ranks.size).toBe(40)
    expect(diagrams.restrict(zero, new Map(Array.from({ length: 40 }, (_, rank) => [rank, rank % 2])))).toBe(even)
    expect(diagrams.restrict(zero, new Map([[39, 1]])).id).toBeGreaterThan(0)
  })
})
