import type { PeoplePicture } from '@mortar/contract/network-constellation'
import { initialsOf } from '#ui/index.ts'
import { Ground, Lines } from './Ground.tsx'
import { leastForInitials, ownLines } from './marks.ts'
import styles from './people.module.css'

export interface DrawingProps {
  picture: PeoplePicture
  /** The reader's own ties are drawn. */
  withTies: boolean
  chosen: string | undefined
  onChoose: (person: string | undefined) => void
}

/** The people of a community as SVG, which any machine draws; chosen here by pointer, by keyboard in the list below. */
export function SvgPeople({ picture, withTies, chosen, onChoose }: DrawingProps) {
  const { people, ownTies, size } = picture
  const tied = new Set(withTies ? ownTies.map(({ person }) => person) : [])
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      className={styles.drawing}
      data-drawn="svg"
      data-colour={picture.community.colour}
      aria-hidden="true"
    >
      <Ground picture={picture} />
      {withTies && <Lines lines={ownLines(picture)} className={styles.tie} />}
      {people.map(({ person, x, y, self }, n) => (
        <g
          key={person.id}
          className={styles.person}
          data-self={self || undefined}
          data-tied={tied.has(n) || undefined}
          data-chosen={person.id === chosen || undefined}
          onClick={() => onChoose(person.id === chosen ? undefined : person.id)}
        >
          <title>{person.name}</title>
          <circle cx={x} cy={y} r={size.mark - 1} />
          {size.mark >= leastForInitials && (
            <text x={x} y={y} dy="0.36em" textAnchor="middle" style={{ fontSize: size.mark * 0.72 }} data-no-words>
              {initialsOf(person.name)}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}
