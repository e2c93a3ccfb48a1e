interface Dated {
  id: string
  at: string
}

/** Places points by time from left to right; points that would touch are stacked. */
export function layOut<P extends Dated>(points: readonly P[], width: number, step: number) {
  const sorted = points.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const first = Date.parse(sorted[0]?.at ?? '2000-01-01')
  const last = Date.parse(sorted.at(-1)?.at ?? '2000-01-01')
  const span = Math.max(last - first, 1)
  const inner = width - step
  const counts = new Map<number, number>()

  const placed = sorted.map((point) => {
    const column = Math.round(((Date.parse(point.at) - first) / span) * Math.floor(inner / step))
    const row = counts.get(column) ?? 0
    counts.set(column, row + 1)
    return { point, x: step / 2 + column * step, row }
  })
  const ticks = (last === first ? [0] : [0, 0.5, 1]).map((share) => ({
    x: step / 2 + share * inner,
    moment: new Date(first + share * span),
  }))
  return { placed, ticks: sorted.length === 0 ? [] : ticks, rows: Math.max(1, ...counts.values()) }
}
