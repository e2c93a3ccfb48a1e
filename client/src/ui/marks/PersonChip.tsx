import { useTranslation } from 'react-i18next'
import { Go } from '../page/Go.tsx'
import styles from './marks.module.css'

interface PersonProps {
  name: string
  to?: string | undefined
  /** What they do, or where: in soft ink behind the name. */
  note?: string | null | undefined
  /** The file of their photo, where they want to be seen. */
  photo?: string | null | undefined
  gone?: boolean | undefined
}

/** A person: initials on stone, name, and a link to their page. */
export function PersonChip({ name, to, note, photo, gone }: PersonProps) {
  const { t } = useTranslation('ui')
  return (
    <span className={styles.person} data-gone={gone || undefined}>
      <Initials name={name} photo={photo} />
      <span>
        {to && !gone ? <Go to={to}>{name}</Go> : name}
        {gone && <span className="unseen"> ({t('person.gone')})</span>}
        {note && <span className={styles.personNote}> {note}</span>}
      </span>
    </span>
  )
}

interface InitialsProps {
  name: string
  photo?: string | null | undefined
  size?: number
}

export function Initials({ name, photo, size = 24 }: InitialsProps) {
  if (photo)
    return (
      <img className={styles.initials} src={`/api/files/${photo}`} alt="" width={size} height={size} loading="lazy" />
    )
  return (
    <svg className={styles.initials} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" data-no-words>
      <text x="12" y="15.6" textAnchor="middle" fontSize="10" fontWeight="600" fill="currentColor">
        {initialsOf(name)}
      </text>
    </svg>
  )
}

export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter(Boolean)
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words
  return ends.map((word) => [...word][0]!.toLocaleUpperCase()).join('')
}
