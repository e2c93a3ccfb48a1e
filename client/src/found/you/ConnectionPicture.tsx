import type { OwnPosition } from '@mortar/contract/network-discovery'
import { useWords } from '#app/words.ts'
import { wrapped } from '#constellation/frame.ts'
import { Wide } from '#ui/index.ts'
import styles from '../found.module.css'

const width = 720
const row = 68
const brick = { width: 250, height: 52 }

/** The reader between their own unit and the others; a line is as wide as the people there, and dashed below five. */
export function ConnectionPicture({ position: { unit, units } }: { position: OwnPosition }) {
  const t = useWords('found')
  const most = Math.max(15, ...units.map(({ people }) => people ?? 0))
  const height = Math.max(2, units.length) * row
  const middle = height / 2
  const right = width - brick.width - 2
  return (
    <Wide label={t('position.caption')}>
      <svg
        role="img"
        aria-label={t('you.picture')}
        viewBox={`0 0 ${width} ${height}`}
        className={styles.connections}
        style={{ minWidth: 560 }}
      >
        <line x1={brick.width} y1={middle} x2={width / 2} y2={middle} className={styles.connection} strokeWidth={3} />
        {units.map(({ id, people }, n) => (
          <path
            key={id}
            d={`M${width / 2} ${middle}C${width / 2 + 60} ${middle} ${right - 60} ${(n + 0.5) * row} ${right} ${(n + 0.5) * row}`}
            className={styles.connection}
            strokeWidth={people === null ? 1.5 : 3 + (13 * people) / most}
            data-few={people === null || undefined}
          />
        ))}
        <Brick
          name={unit?.name ?? t('position.noUnit')}
          words={t('you.yourUnit')}
          x={1}
          y={middle - brick.height / 2}
        />
        {units.map(({ id, name, people, cutOff }, n) => (
          <Brick
            key={id}
            name={name}
            words={
              people === null
                ? t('you.few')
                : cutOff === null
                  ? t('you.reach', { people })
                  : t('you.reachCut', { people, cutOff })
            }
            x={right}
            y={(n + 0.5) * row - brick.height / 2}
          />
        ))}
        <circle cx={width / 2} cy={middle} r="24" className={styles.self} />
        <text x={width / 2} y={middle + 5} textAnchor="middle" className={styles.selfWord}>
          {t('you.you')}
        </text>
      </svg>
    </Wide>
  )
}

function Brick({ name, words, x, y }: { name: string; words: string; x: number; y: number }) {
  return (
    <g className={styles.brick}>
      <title>{`${name}: ${words}`}</title>
      <rect x={x} y={y} width={brick.width} height={brick.height} rx="4" />
      <text x={x + 12} y={y + 21} className={styles.brickName} data-no-words>
        {wrapped(name, 31, 1)[0]}
      </text>
      <text x={x + 12} y={y + 40} className={styles.brickWords}>
        {words}
      </text>
    </g>
  )
}
