import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, PersonChip } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Mine } from '../types.ts'

/** What others want to learn and told me, or a community of mine. */
export function Told({ told }: { told: Mine['told'] }) {
  const t = useWords('learning')
  const when = useWhen()
  return (
    <>
      <p className={styles.soft}>{t('told.what')}</p>
      <ul className={styles.lines}>
        {told.map(({ id, person, topic, gap, note, community, at }) => (
          <li key={`${id} ${community?.id}`} className={styles.line}>
            <h3 className={styles.name}>{topic.name}</h3>
            <p className={styles.facts}>
              <PersonChip
                name={person.name}
                photo={person.photo}
                note={person.unit}
                to={paths.person(person.id)}
                gone={person.gone}
              />
              <span>{t(`gap.${gap as 1 | 2 | 3}`)}</span>
              {community ? <CommunityTag {...community} long /> : <span>{t('told.you')}</span>}
              <time dateTime={at}>{when.day(at)}</time>
            </p>
            {note && <p className={styles.said}>{note}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
