import type { EiFigure, ReorganizationOutcome } from '@mortar/contract/network-reorganization'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { wrapped } from '#constellation/frame.ts'
import { useNarrow } from '#constellation/use-narrow.ts'
import { useNameOf } from '#found/use-found.ts'
import styles from './reorganization.module.css'
import { type Row, rowsOf } from './rows.ts'

/** Where things lie, in points. */
interface Layout {
  width: number
  /** From where to where ties and units are drawn; names stand before it, or above where there is no room. */
  from: number
  to: number
  beside: boolean
  rowHeight: number
}
const wide: Layout = { width: 900, from: 300, to: 880, beside: true, rowHeight: 40 }
const narrow: Layout = { width: 350, from: 4, to: 346, beside: false, rowHeight: 64 }
const mostBricks = 12

/** How far ties lead outward before and after; and each community in the units it lives in, before and after. */
export function Drawing({ outcome }: { outcome: ReorganizationOutcome }) {
  const t = useWords('reorganization')
  const nameOf = useNameOf()
  const layout = useNarrow() ? narrow : wide
  const { width, from, rowHeight, beside } = layout
  const rows = rowsOf(outcome, nameOf)
  const [before, after] = beside ? [66, 100] : [84, 130]
  const top = after + 50
  const head = top + (beside ? 18 : 40)
  const height = head + 16 + rows.length * rowHeight
  return (
    <svg
      id="reorganization"
      role="img"
      aria-label={t('drawing')}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.drawing}
    >
      <text x="0" y="18" className={styles.head}>
        {t('eiTitle')}
      </text>
      <Axis layout={layout} end={after + 12} />
      <Index figure={outcome.ei.before} word={t('beforeWord')} y={before} layout={layout} />
      <Index figure={outcome.ei.after} word={t('afterWord')} y={after} layout={layout} />
      <text x="0" y={top + 18} className={styles.head}>
        {t('spanTitle')}
      </text>
      <text x={from} y={head} className={styles.word}>
        {t('beforeWord')}
      </text>
      <text x={middleOf(layout)} y={head} className={styles.word}>
        {t('afterWord')}
      </text>
      {rows.map((row, n) => (
        <Community key={row.id} row={row} y={head + 16 + n * rowHeight} layout={layout} />
      ))}
    </svg>
  )
}

const middleOf = ({ from, to }: Layout) => (from + to) / 2
const along = ({ from, to }: Layout, index: number) => from + ((index + 1) / 2) * (to - from)

function Axis({ layout, end }: { layout: Layout; end: number }) {
  const t = useWords('reorganization')
  return (
    <g>
      <line x1={layout.from} x2={layout.to} y1="44" y2="44" className={styles.line} />
      {[-1, 0, 1].map((value) => (
        <g key={value}>
          <line x1={along(layout, value)} x2={along(layout, value)} y1="40" y2={end} className={styles.line} />
          <text
            x={along(layout, value)}
            y="32"
            textAnchor={value < 0 ? 'start' : value > 0 ? 'end' : 'middle'}
            className={styles.word}
          >
            {t(value < 0 ? 'allInside' : value > 0 ? 'allAcross' : 'asMany')}
          </text>
        </g>
      ))}
    </g>
  )
}

/** The index as a point, and what units at random would give as a band. */
function Index({ figure, word, y, layout }: { figure: EiFigure | null; word: string; y: number; layout: Layout }) {
  const t = useWords('reorganization')
  const when = useWhen()
  return (
    <g>
      <text
        x={layout.beside ? layout.from - 12 : layout.from}
        y={layout.beside ? y + 5 : y - 14}
        textAnchor={layout.beside ? 'end' : 'start'}
        className={styles.word}
      >
        {figure ? `${word}: ${when.number(figure.index)}` : `${word}: ${t('few')}`}
      </text>
      {figure && (
        <>
          <rect
            x={along(layout, figure.low)}
            y={y - 6}
            width={Math.max(3, along(layout, figure.high) - along(layout, figure.low))}
            height="12"
            className={styles.chance}
          >
            <title>{t('chanceBand')}</title>
          </rect>
          <circle cx={along(layout, figure.index)} cy={y} r="7" className={styles.index} />
        </>
      )}
    </g>
  )
}

function Community({ row, y, layout }: { row: Row; y: number; layout: Layout }) {
  const t = useWords('reorganization')
  const { name, colour, unitsBefore, unitsAfter, fate } = row
  const { width, from, to, beside, rowHeight } = layout
  const word = t(`fates.${fate}`)
  const letters = beside ? 38 : Math.floor((width - 8 - 6.8 * word.length) / 7.8)
  const [middle, below] = [middleOf(layout), y + (beside ? 0 : 24)]
  return (
    <g data-colour={colour}>
      <text x="0" y={y + 22} className={styles.name} data-no-words>
        {wrapped(name, letters, 1)[0]}
      </text>
      <Bricks count={unitsBefore} x={from} y={below} />
      {unitsAfter === null ? (
        <text x={middle} y={below + 22} className={styles.word}>
          –
        </text>
      ) : (
        <Bricks count={unitsAfter} x={middle} y={below} />
      )}
      <text x={to} y={y + 22} textAnchor="end" className={styles.word}>
        {word}
      </text>
      <line x1="0" x2={width} y1={y + rowHeight - 2} y2={y + rowHeight - 2} className={styles.line} />
    </g>
  )
}

function Bricks({ count, x, y }: { count: number; x: number; y: number }) {
  const shown = Math.min(mostBricks, count)
  return (
    <g>
      {Array.from({ length: shown }, (_, n) => (
        <rect key={n} x={x + n * 12} y={y + 9} width="9" height="18" rx="2" className={styles.unit} />
      ))}
      <text x={x + shown * 12 + 4} y={y + 23} className={styles.word}>
        {count}
      </text>
    </g>
  )
}
