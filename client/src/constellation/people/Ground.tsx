import type { PeoplePicture } from '@mortar/contract/network-constellation'
import { useWords } from '#app/words.ts'
import { wrapped } from '../frame.ts'
import { bundlesOf, type Line } from './marks.ts'
import styles from './people.module.css'

/** What lies under the people: the units as discs, and ties between whole units. */
export function Ground({ picture }: { picture: PeoplePicture }) {
  const t = useWords('constellation')
  return (
    <>
      <Lines lines={bundlesOf(picture)} className={styles.bundle} />
      {picture.units.map(({ id, name, people, x, y, radius }) => (
        <g key={id}>
          <title>{name}</title>
          <circle cx={x} cy={y} r={radius} className={styles.disc} />
          <text x={x} y={y - radius - 22} textAnchor="middle" className={styles.unit} data-no-words>
            {wrapped(name, Math.max(19, Math.floor(radius / 4)), 1)[0]}
          </text>
          <text x={x} y={y - radius - 6} textAnchor="middle" className={styles.count}>
            {t('unitPeople', { count: people })}
          </text>
        </g>
      ))}
    </>
  )
}

export const Lines = ({ lines, className }: { lines: readonly Line[]; className: string | undefined }) =>
  lines.map(({ key, from, to, width }) => (
    <line key={key} x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={width} className={className} />
  ))
