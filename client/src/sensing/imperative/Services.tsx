import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go } from '#ui/index.ts'
import styles from '../sensing.module.css'
import type { Imperative } from '../types.ts'

/** What serves it, of that which the reader may see, and how. */
export function Services({ imperative: { services } }: { imperative: Imperative }) {
  const t = useWords('sensing')
  if (services.length === 0) return <p className={styles.none}>{t('imperative.nothingServes')}</p>
  return (
    <ul className={styles.services}>
      {services.map(({ community, practice, how }) => (
        <li key={practice?.id ?? community?.id}>
          <span className={styles.facts}>
            {community && <CommunityTag {...community} long={!practice} to={paths.community(community.slug)} />}
            {practice && <Go to={paths.practice(practice.id)}>{practice.title}</Go>}
          </span>
          <span className={styles.said}>{how}</span>
        </li>
      ))}
    </ul>
  )
}
