/** A node of a tree of any size. `inside` says how many children it has, before they are known. */
export interface TreeNode {
  id: string
  name: string
  inside: number
  note?: string | null
  to?: string
}

export type Inside = readonly TreeNode[] | 'loading' | 'failed'

export interface Row {
  kind: 'node' | 'loading' | 'failed'
  node: TreeNode
  level: number
  place: number
  of: number
  open: boolean
  parent: string | undefined
}

/** What is unfolded, as one flat list from top to bottom. */
export function rowsOf(
  nodes: readonly TreeNode[],
  open: ReadonlySet<string>,
  inside: ReadonlyMap<string, Inside>,
): Row[] {
  const rows: Row[] = []
  const add = (siblings: readonly TreeNode[], level: number, parent: string | undefined) => {
    siblings.forEach((node, index) => {
      const isOpen = node.inside > 0 && open.has(node.id)
      rows.push({ kind: 'node', node, level, place: index + 1, of: siblings.length, open: isOpen, parent })
      if (!isOpen) return
      const children = inside.get(node.id) ?? 'loading'
      if (typeof children !== 'string') add(children, level + 1, node.id)
      else rows.push({ kind: children, node, level: level + 1, place: 1, of: 1, open: false, parent: node.id })
    })
  }
  add(nodes, 1, undefined)
  return rows
}

/** The rows that are in sight, and a few above and below. */
export function windowOf(count: number, rowHeight: number, scrolled: number, height: number, spare = 8) {
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - spare)
  const last = Math.min(count, Math.ceil((scrolled + height) / rowHeight) + spare)
  return { first, last }
}

/** Where a key leads from a row; undefined where it leads nowhere. */
export function stepFrom(rows: readonly Row[], at: number, key: string): number | undefined {
  const row = rows[at]
  const steps: Record<string, number | undefined> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: Math.min(at + 12, rows.length - 1),
    PageUp: Math.max(at - 12, 0),
    Home: 0,
    End: rows.length - 1,
    ArrowRight: row?.open ? at + 1 : undefined,
    ArrowLeft: row?.open ? undefined : rows.findIndex(({ kind, node }) => kind === 'node' && node.id === row?.parent),
  }
  const to = steps[key]
  return to !== undefined && to >= 0 && to < rows.length ? to : undefined
}
