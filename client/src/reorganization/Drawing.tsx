import type { EiFigure, ReorganizationOutcome } from '@mortar/contract/network-reorganization'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { wrapped } from '#constellation/frame.ts'
import { useNameOf } from '#found/use-found.ts'
import styles from './reorganization.module.css'
import { type Row, rowsOf } from './rows.ts'

const width = 900
const names = 300
const rowHeight = 40
const axis = { from: names, to: width - 20 }
const mostBricks = 12

/** How far ties lead outward before and after; and each community in the units it lives in, before and after. */
export function Drawing({ outcome }: { outcome: ReorganizationOutcome }) {
  const t = useWords('reorganization')
  const nameOf = useNameOf()
  const rows = rowsOf(outcome, nameOf)
  const top = 150
  const height = top + 34 + rows.length * rowHeight
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={t('drawing')}>
      <svg
        id="reorganization"
        role="img"
        aria-label={t('drawing')}
        viewBox={`0 0 ${width} ${height}`}
        className={styles.drawing}
        style={{ minWidth: 640 }}
      >
        <text x="0" y="18" className={styles.head}>
          {t('eiTitle')}
        </text>
        <Axis />
        <Index figure={outcome.ei.before} word={t('beforeWord')} y={66} />
        <Index figure={outcome.ei.after} word={t('afterWord')} y={100} />
        <text x="0" y={top + 18} className={styles.head}>
          {t('spanTitle')}
        </text>
        <text x={axis.from} y={top + 18} className={styles.word}>
          {t('beforeWord')}
        </text>
        <text x={middle} y={top + 18} className={styles.word}>
          {t('afterWord')}
        </text>
        {rows.map((row, n) => (
          <Community key={row.id} row={row} y={top + 34 + n * rowHeight} />
        ))}
      </svg>
    </div>
  )
}

const middle = (axis.from + axis.to) / 2
const along = (index: number) => axis.from + ((index + 1) / 2) * (axis.to - axis.from)

function Axis() {
  const t = useWords('reorganization')
  return (
    <g>
      <line x1={axis.from} x2={axis.to} y1="44" y2="44" className={styles.line} />
      {[-1, 0, 1].map((value) => (
        <g key={value}>
          <line x1={along(value)} x2={along(value)} y1="40" y2="112" className={styles.line} />
          <text
            x={along(value)}
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
function Index({ figure, word, y }: { figure: EiFigure | null; word: string; y: number }) {
  const t = useWords('reorganization')
  const when = useWhen()
  return (
    <g>
      <text x={axis.from - 12} y={y + 5} textAnchor="end" className={styles.word}>
        {figure ? `${word}: ${when.number(figure.index)}` : `${word}: ${t('few')}`}
      </text>
      {figure && (
        <>
          <rect
            x={along(figure.low)}
            y={y - 6}
            width={Math.max(3, along(figure.high) - along(figure.low))}
            height="12"
            className={styles.chance}
          >
            <title>{t('chanceBand')}</title>
          </rect>
          <circle cx={along(figure.index)} cy={y} r="7" className={styles.index} />
        </>
      )}
    </g>
  )
}

function Community({ row, y }: { row: Row; y: number }) {
  const t = useWords('reorganization')
  const { name, colour, unitsBefore, unitsAfter, fate } = row
  return (
    <g data-colour={colour}>
      <text x="0" y={y + 22} className={styles.name} data-no-words>
        {wrapped(name, 38, 1)[0]}
      </text>
      <Bricks count={unitsBefore} x={axis.from} y={y} />
      {unitsAfter === null ? (
        <text x={middle} y={y + 22} className={styles.word}>
          –
        </text>
      ) : (
        <Bricks count={unitsAfter} x={middle} y={y} />
      )}
      <text x={axis.to} y={y + 22} textAnchor="end" className={styles.word}>
        {t(`fates.${fate}`)}
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
