import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, PersonChip } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Mine } from '../types.ts'

const atOnce = 6

/** What others want to learn and told me, or a community of mine: what is for me alone first; what is many folds. */
export function Told({ told }: { told: Mine['told'] }) {
  const t = useWords('learning')
  const inOrder = [...told.filter(({ community }) => !community), ...told.filter(({ community }) => community)]
  const folded = inOrder.slice(atOnce)
  return (
    <>
      <p className={styles.soft}>{t('told.what')}</p>
      <Lines told={inOrder.slice(0, atOnce)} />
      {folded.length > 0 && (
        <details>
          <summary className={styles.soft}>{t('suggestions.more', { count: folded.length })}</summary>
          <Lines told={folded} />
        </details>
      )}
    </>
  )
}

function Lines({ told }: { told: Mine['told'] }) {
  const t = useWords('learning')
  const when = useWhen()
  return (
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
  )
}
