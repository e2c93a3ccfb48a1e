import { useId } from 'react'
import { useWords } from '#app/words.ts'
import styles from './overlap.module.css'
import { nameOf } from './names.ts'
import type { Overlap } from './types.ts'

const layout = { left: 200, top: 132, bar: 28, gap: 12, row: 28, hatched: 18 }
const short = (name: string) => (name.length > 26 ? `${name.slice(0, 25)}…` : name)

/** Any number of sets (UpSet): a column for each region, a dot for each set it lies in. Hidden ones are hatched, all at one height. */
export function Bars({ overlap: { sets, regions } }: { overlap: Overlap }) {
  const t = useWords('learning')
  const hatch = useId()
  const shown = regions.filter(({ people }) => people !== 0)
  const most = Math.max(1, ...shown.map(({ people }) => people ?? 0))
  const columns = shown.toSorted((one, other) => (other.people ?? -1) - (one.people ?? -1))
  const xOf = (n: number) => layout.left + layout.gap + n * (layout.bar + layout.gap)
  const size = { width: xOf(columns.length), height: layout.top + layout.row * sets.length + 12 }
  return (
    <div className={styles.scroll}>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={size.width}
        height={size.height}
        role="img"
        aria-label={t('overlap.bars')}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line className={styles.hatch} x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        <g data-no-words="">
          {columns.map((region, n) => {
            const tall = region.people === null ? layout.hatched : (100 * region.people) / most
            return (
              <g key={region.sets.join()}>
                <title>{nameOf(t, sets, region)}</title>
                <rect
                  className={styles.bar}
                  data-few={region.people === null || undefined}
                  fill={region.people === null ? `url(#${hatch})` : undefined}
                  x={xOf(n)}
                  y={layout.top - 8 - tall}
                  width={layout.bar}
                  height={tall}
                />
                {region.people !== null && (
                  <text
                    className={styles.count}
                    x={xOf(n) + layout.bar / 2}
                    y={layout.top - 14 - tall}
                    textAnchor="middle"
                  >
                    {region.people}
                  </text>
                )}
                <line
                  className={styles.link}
                  x1={xOf(n) + layout.bar / 2}
                  x2={xOf(n) + layout.bar / 2}
                  y1={layout.top + layout.row * (region.sets[0]! + 0.5)}
                  y2={layout.top + layout.row * (region.sets.at(-1)! + 0.5)}
                />
                {sets.map((set, row) => (
                  <circle
                    key={set.key}
                    className={styles.dot}
                    data-in={region.sets.includes(row) || undefined}
                    cx={xOf(n) + layout.bar / 2}
                    cy={layout.top + layout.row * (row + 0.5)}
                    r="6"
                  />
                ))}
              </g>
            )
          })}
          {sets.map((set, row) => (
            <text
              key={set.key}
              className={styles.name}
              x={layout.left}
              y={layout.top + layout.row * (row + 0.5) + 4}
              textAnchor="end"
            >
              {short(set.name)}
            </text>
          ))}
        </g>
      </svg>
    </div>
  )
}
