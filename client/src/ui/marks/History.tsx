import styles from './history.module.css'
import { type HistoryPoint, layHistory } from './history.ts'

interface HistoryProps {
  points: readonly HistoryPoint[]
  /** What it shows, in a sentence, for those who hear the page; the numbers stand in a table. */
  label: string
  /** Words at both ends of the time, and at both ends of the scale. */
  first: string
  last: string
  format: (value: number) => string
  /** Where the scale begins and ends, if it does not follow the points. */
  range?: readonly [number, number] | undefined
}

export const historySize = { width: 320, height: 112 }

/** One figure over time: a line, the band in which it may lie, and what chance would give. A gap where nothing is shown. */
export function History({ points, label, first, last, format, range }: HistoryProps) {
  const { dots, lines, bands, chance, low, high, box } = layHistory(points, historySize, range)
  return (
    <svg
      className={styles.history}
      viewBox={`0 0 ${historySize.width} ${historySize.height}`}
      role="img"
      aria-label={label}
    >
      <g data-no-words="">
        <line className={styles.ground} x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
        <text className={styles.tick} x={box.left - 6} y={box.top + 4} textAnchor="end">
          {format(high)}
        </text>
        <text className={styles.tick} x={box.left - 6} y={box.bottom} textAnchor="end">
          {format(low)}
        </text>
        <text className={styles.tick} x={box.left} y={box.bottom + 17}>
          {first}
        </text>
        <text className={styles.tick} x={box.right} y={box.bottom + 17} textAnchor="end">
          {last}
        </text>
        {bands.map((band) => (
          <polygon key={band} className={styles.band} points={band} />
        ))}
        {chance.map((line) => (
          <polyline key={line} className={styles.chance} points={line} />
        ))}
        {lines.map((line) => (
          <polyline key={line} className={styles.line} points={line} />
        ))}
        {dots.map(({ id, x, y, from, to }) => (
          <g key={id}>
            {from !== undefined && <line className={styles.whisker} x1={x} x2={x} y1={from} y2={to} />}
            <circle className={styles.dot} cx={x} cy={y} r="3.5" />
          </g>
        ))}
      </g>
    </svg>
  )
}
