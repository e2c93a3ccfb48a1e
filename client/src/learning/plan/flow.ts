import { keyOf } from './draft.ts'
import type { Line } from './types.ts'

export const flowSize = { width: 720, row: 34, top: 8, left: 300, right: 470 }

/** More than these are not drawn: the table holds all. */
export const mostDrawn = 24

interface Node {
  id: string
  name: string | null
  colour: number | null
  y: number
}

interface Band {
  key: string
  line: Line
  path: string
  width: number
}

/** Items on the left, communities on the right, a band for each send: as wide as the root of its people. */
export function layFlow(lines: readonly Line[]): { items: Node[]; places: Node[]; bands: Band[]; height: number } {
  const drawn = lines.toSorted((one, other) => (other.people ?? 0) - (one.people ?? 0)).slice(0, mostDrawn)
  const [items, places] = [new Map<string, Node>(), new Map<string, Node>()]
  const place = (nodes: Map<string, Node>, id: string, node: Omit<Node, 'y' | 'id'>) => {
    if (!nodes.has(id)) nodes.set(id, { id, ...node, y: flowSize.top + flowSize.row * (nodes.size + 0.5) })
    return nodes.get(id)!
  }
  const bands = drawn.map((line): Band => {
    const { send, item, community } = line
    const from = place(items, send.item, { name: item?.title ?? null, colour: null })
    const to = place(places, send.community ?? '', { name: community?.name ?? null, colour: community?.colour ?? null })
    const middle = (flowSize.left + flowSize.right) / 2
    return {
      key: keyOf(send),
      line,
      width: Math.max(2, 2 * Math.sqrt(line.people ?? 0)),
      path: `M${flowSize.left},${from.y} C${middle},${from.y} ${middle},${to.y} ${flowSize.right},${to.y}`,
    }
  })
  const rows = Math.max(items.size, places.size)
  return {
    items: [...items.values()],
    places: [...places.values()],
    bands,
    height: 2 * flowSize.top + rows * flowSize.row,
  }
}
