/** The part of a long row of equal boxes that is in sight, with a few around it. */
export function windowOf(count: number, size: number, scrolled: number, viewport: number, around = 2) {
  const first = Math.max(0, Math.floor(scrolled / size) - around)
  const last = Math.min(count, Math.ceil((scrolled + viewport) / size) + around)
  return { first, last: Math.max(first, last) }
}

/** A place in the grid; -1 is the head of a row or of a column. */
export interface Place {
  row: number
  column: number
}

const far = 10

/** Where a key leads to, or nothing when the key does not move. There is nothing to stand on in the corner. */
export function stepFrom({ row, column }: Place, key: string, whole: boolean, rows: number, columns: number) {
  const moves: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: row - far, column },
    PageDown: { row: row + far, column },
    Home: { row: whole ? 0 : row, column: 0 },
    End: { row: whole ? rows - 1 : row, column: columns - 1 },
  }
  const to = moves[key]
  if (!to) return undefined
  const clamp = (value: number, most: number) => Math.max(-1, Math.min(most - 1, value))
  const next = { row: clamp(to.row, rows), column: clamp(to.column, columns) }
  return next.row === -1 && next.column === -1 ? { row, column } : next
}

/** How far to scroll so that a box lies whole beside the heads. */
export function scrollFor(place: number, size: number, scrolled: number, viewport: number): number {
  if (place < 0) return scrolled
  const start = place * size
  if (start < scrolled) return start
  return start + size > scrolled + viewport ? start + size - viewport : scrolled
}
