import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import styles from './constellation.module.css'
import { flowOf } from './flow.ts'
import { wrapped } from './frame.ts'
import { useUnitName } from './use-unit-name.ts'

const middle = 560
const side = 210

/** Where the people of each unit go: streams from units to communities. The table says the same in numbers. */
export function Flow({ constellation }: { constellation: Constellation }) {
  const t = useWords('constellation')
  const unitName = useUnitName()
  const nameOf: Parameters<typeof flowOf>[2] = (end) =>
    'itself' in end
      ? unitName(end)
      : end.communities === 1
        ? end.name
        : t('bandOfManyShort', { name: end.name, others: end.communities - 1 })
  const { nodes, streams, height } = flowOf(constellation, middle, nameOf)
  return (
    <div className={styles.frame}>
      <svg
        id="constellation"
        role="img"
        aria-label={t('flowCaption')}
        className={styles.picture}
        viewBox={`0 0 ${middle + 2 * side} ${height}`}
        style={{ minWidth: 680 }}
      >
        <g transform={`translate(${side} 0)`}>
          {streams.map(({ path, width, colour, from, to, people }) => (
            <path key={`${from} ${to}`} d={path} strokeWidth={width} className={styles.stream} data-colour={colour}>
              <title>{t('stream', { from, to, people })}</title>
            </path>
          ))}
          {nodes.map(({ key, name, colour, x, y, width, height: tall }) => {
            const left = colour === undefined
            const lines = wrapped(name, 28, 2)
            return (
              <g key={key} data-colour={colour}>
                <rect
                  x={x}
                  y={y}
                  width={width}
                  height={Math.max(1, tall)}
                  rx="2"
                  className={left ? styles.stone : styles.node}
                />
                <text
                  y={y + tall / 2 + (lines.length === 1 ? 4 : -3)}
                  textAnchor={left ? 'end' : 'start'}
                  className={left ? styles.unit : styles.own}
                  data-no-words
                >
                  {lines.map((line, n) => (
                    <tspan key={n} x={left ? x - 10 : x + width + 10} dy={n === 0 ? 0 : 15}>
                      {line}
                    </tspan>
                  ))}
                </text>
              </g>
            )
          })}
        </g>
      </svg>
    </div>
  )
}
