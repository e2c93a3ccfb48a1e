import type { Constellation } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import styles from './constellation.module.css'
import { flowOf, standing, wide } from './flow.ts'
import { wrapped } from './frame.ts'
import { useNarrow } from './use-narrow.ts'
import { useUnitName } from './use-unit-name.ts'

/** Where the people of each unit go: streams from units to communities. The table says the same in numbers. */
export function Flow({ constellation }: { constellation: Constellation }) {
  const t = useWords('constellation')
  const unitName = useUnitName()
  const size = useNarrow() ? standing : wide
  const { middle, side } = size
  const nameOf: Parameters<typeof flowOf>[2] = (end) =>
    'itself' in end
      ? unitName(end)
      : end.communities === 1
        ? end.name
        : t('bandOfManyShort', { name: end.name, others: end.communities - 1 })
  const { nodes, streams, height } = flowOf(constellation, size, nameOf)
  return (
    <div className={styles.frame}>
      <svg
        id="constellation"
        role="img"
        aria-label={t('flowCaption')}
        className={styles.picture}
        viewBox={`0 0 ${middle + 2 * side} ${height}`}
      >
        <g transform={`translate(${side} 0)`}>
          {streams.map(({ path, width, colour, from, to, people }) => (
            <path key={`${from} ${to}`} d={path} strokeWidth={width} className={styles.stream} data-colour={colour}>
              <title>{t('stream', { from, to, people })}</title>
            </path>
          ))}
          {nodes.map(({ key, name, colour, x, y, width, height: tall }) => {
            const left = colour === undefined
            const lines = wrapped(name, size.letters, size.lines)
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
                  y={y + tall / 2 + 4 - 7.5 * (lines.length - 1)}
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
