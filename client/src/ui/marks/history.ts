export interface HistoryPoint {
  id: string
  value: number | null
  low: number | null
  high: number | null
  /** What chance alone would give. */
  chance: number | null
}

interface Size {
  width: number
  height: number
}

interface Dot {
  id: string
  x: number
  y: number
  /** Its interval, where it has one. */
  from?: number
  to?: number
}

/** Where lines, bands and dots of a figure over time lie. Points without a value leave a gap. */
export function layHistory(
  points: readonly HistoryPoint[],
  { width, height }: Size,
  range?: readonly [number, number],
) {
  const box = { left: 44, right: width - 8, top: 8, bottom: height - 24 }
  const [low, high] = range ?? scaleOf(points)
  const x = (at: number) =>
    points.length < 2 ? (box.left + box.right) / 2 : box.left + ((box.right - box.left) * at) / (points.length - 1)
  const y = (value: number) => {
    const share = (Math.min(high, Math.max(low, value)) - low) / (high - low)
    return round(box.bottom - share * (box.bottom - box.top))
  }
  const runs = (of: (point: HistoryPoint) => boolean) => {
    const found: number[][] = []
    points.forEach((point, at) => {
      if (!of(point)) return
      if (at > 0 && of(points[at - 1]!)) found.at(-1)!.push(at)
      else found.push([at])
    })
    return found.filter((run) => run.length > 1)
  }
  const through = (run: readonly number[], value: (point: HistoryPoint) => number) =>
    run.map((at) => `${round(x(at))},${y(value(points[at]!))}`).join(' ')
  return {
    box,
    low,
    high,
    lines: runs(({ value }) => value !== null).map((run) => through(run, ({ value }) => value!)),
    chance: runs((point) => point.chance !== null).map((run) => through(run, (point) => point.chance!)),
    bands: runs((point) => point.low !== null && point.high !== null).map(
      (run) => `${through(run, (point) => point.low!)} ${through(run.toReversed(), (point) => point.high!)}`,
    ),
    dots: points.flatMap((point, at): Dot[] => {
      if (point.value === null) return []
      const dot = { id: point.id, x: round(x(at)), y: y(point.value) }
      return [point.low === null || point.high === null ? dot : { ...dot, from: y(point.low), to: y(point.high) }]
    }),
  }
}

/** From 0, or from below where values are; up to the largest value, and its interval as far as that is no desert. */
function scaleOf(points: readonly HistoryPoint[]): [number, number] {
  const values = points.flatMap(({ value, chance }) => [value, chance].filter((each) => each !== null))
  const largest = Math.max(0, ...values)
  const ends = points.flatMap(({ high }) => (high === null ? [] : [Math.min(high, 2 * largest)]))
  const low = Math.min(0, ...values)
  const high = Math.max(largest, ...ends)
  return high > low ? [low, high] : [low, low + 1]
}

const round = (value: number) => Math.round(value * 10) / 10
