import { Go } from '../page/Go.tsx'
import styles from './marks.module.css'

interface CommunityTagProps {
  name: string
  /** The few letters that a community is known by; with `long` the whole name is written. */
  short: string
  colour: number
  to?: string
  long?: boolean
}

/** A community keeps its colour everywhere. */
export function CommunityTag({ name, short, colour, to, long }: CommunityTagProps) {
  const aside = long ? {} : { title: name }
  const word = long ? (
    name
  ) : (
    <span>
      {short}
      <span className="unseen"> {name}</span>
    </span>
  )
  return to ? (
    <Go to={to} className={styles.community} data-colour={colour} {...aside}>
      {word}
    </Go>
  ) : (
    <span className={styles.community} data-colour={colour} {...aside}>
      {word}
    </span>
  )
}

/** A unit is always stone. */
export function UnitTag({ name, to }: { name: string; to?: string }) {
  return to ? (
    <Go to={to} className={styles.unit}>
      {name}
    </Go>
  ) : (
    <span className={styles.unit}>{name}</span>
  )
}
