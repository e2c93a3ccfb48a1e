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
      {picture.units.map(({ id, name, people, x, y, radius }) => {
        const label = wrapped(name, Math.max(19, Math.floor(radius / 4)), 1)[0]!
        const middle = within(x, (label.length * widthOfLetter) / 2, picture.size.width)
        return (
          <g key={id}>
            <title>{name}</title>
            <circle cx={x} cy={y} r={radius} className={styles.disc} />
            <text x={middle} y={y - radius - 22} textAnchor="middle" className={styles.unit} data-no-words>
              {label}
            </text>
            <text x={middle} y={y - radius - 6} textAnchor="middle" className={styles.count}>
              {t('unitPeople', { count: people })}
            </text>
          </g>
        )
      })}
    </>
  )
}

// About what a letter of a unit's name takes.
const widthOfLetter = 7.6

/** As near to its place as the edges of the picture let it be. */
const within = (place: number, half: number, width: number) => Math.min(Math.max(place, half), width - half)

export const Lines = ({ lines, className }: { lines: readonly Line[]; className: string | undefined }) =>
  lines.map(({ key, from, to, width }) => (
    <line key={key} x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={width} className={className} />
  ))
