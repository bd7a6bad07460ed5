/**
 * A decision diagram: what an answer depends on. Equal parts are one node and a fact on which nothing depends has no
 * node, so the facts that are left in a diagram are exactly those that can still change its answer.
 */
export type Leaf = { readonly id: number; readonly value: string; readonly rank: number; readonly branches: null }
export type Branch = { readonly id: number; readonly rank: number; readonly branches: readonly Diagram[] }
export type Diagram = Leaf | Branch

export const isLeaf = (diagram: Diagram): diagram is Leaf => diagram.branches === null

const atEnd = Number.POSITIVE_INFINITY
export type Diagrams = ReturnType<typeof makeDiagrams>

/** Makes diagrams over facts that are known by their rank in one order; those of one maker can be combined. */
export function makeDiagrams() {
  const unique = new Map<string, Diagram>()
  const once = (key: string, make: (id: number) => Diagram): Diagram => {
    const found = unique.get(key) ?? make(unique.size)
    unique.set(key, found)
    return found
  }
  const leaf = (value: string): Diagram => once(`=${value}`, (id) => ({ id, value, rank: atEnd, branches: null }))

  function branch(rank: number, branches: readonly Diagram[]): Diagram {
    const first = branches[0]!
    if (branches.every((other) => other === first)) return first
    return once(`${rank}:${branches.map(({ id }) => id)}`, (id) => ({ id, rank, branches }))
  }

  /** Applies `end` to several diagrams at once, splitting on the first fact of any, until `end` has an answer. */
  function combine(
    diagrams: readonly Diagram[],
    end: (nodes: readonly Diagram[], rank: number) => Diagram | undefined,
  ): Diagram {
    const done = new Map<string, Diagram>()
    return together(diagrams)

    function together(nodes: readonly Diagram[]): Diagram {
      const key = nodes.map(({ id }) => id).join()
      const result = done.get(key) ?? split(nodes)
      done.set(key, result)
      return result
    }
    function split(nodes: readonly Diagram[]): Diagram {
      const rank = nodes.reduce((least, node) => (node.rank < least ? node.rank : least), atEnd)
      const ended = end(nodes, rank)
      if (ended !== undefined) return ended
      const count = nodes.find((node) => node.rank === rank)!.branches!.length
      const take = (choice: number) => (node: Diagram) => (node.rank === rank ? node.branches![choice]! : node)
      return branch(
        rank,
        Array.from({ length: count }, (_, choice) => together(nodes.map(take(choice)))),
      )
    }
  }

  /** The diagram that chooses among others by one fact, which none of them contains. */
  const select = (rank: number, choices: readonly Diagram[]): Diagram =>
    combine(choices, (nodes, first) => (first > rank ? branch(rank, nodes) : undefined))

  /** The diagram once some facts are settled: their branch by their rank. */
  function restrict(diagram: Diagram, choices: ReadonlyMap<number, number>): Diagram {
    const done = new Map<Diagram, Diagram>()
    const below = (node: Diagram): Diagram => {
      const result = done.get(node) ?? follow(node)
      done.set(node, result)
      return result
    }
    const follow = (node: Diagram): Diagram => {
      if (node.branches === null) return node
      const choice = choices.get(node.rank)
      return choice === undefined ? branch(node.rank, node.branches.map(below)) : below(node.branches[choice]!)
    }
    return below(diagram)
  }

  return { leaf, combine, select, restrict }
}

/** The ranks of the facts in a diagram, and the values that it can take. */
export function contentsOf(diagram: Diagram): { ranks: ReadonlySet<number>; values: ReadonlySet<string> } {
  const ranks = new Set<number>()
  const values = new Set<string>()
  const seen = new Set<Diagram>()
  visit(diagram)
  return { ranks, values }

  function visit(node: Diagram): void {
    if (seen.has(node)) return
    seen.add(node)
    if (node.branches === null) values.add(node.value)
    else {
      ranks.add(node.rank)
      node.branches.forEach(visit)
    }
  }
}
