import { paths } from '#app/paths.ts'
import { useWords } from '#app/words.ts'
import { Go } from '#ui/index.ts'
import styles from './community.module.css'

interface Topic {
  id: string
  name: string
  parent: string | null
}
const seenAtOnce = 12

/** The topics of a community, side by side; those of the second level follow theirs. What is many folds. */
export function Topics({ topics }: { topics: readonly Topic[] }) {
  const t = useWords('community')
  const first = topics.filter(({ parent }) => !parent)
  const folded = first.slice(seenAtOnce)
  return (
    <>
      <TopicList first={first.slice(0, seenAtOnce)} all={topics} />
      {folded.length > 0 && (
        <details>
          <summary className={styles.soft}>{t('topics.more', { count: folded.length })}</summary>
          <TopicList first={folded} all={topics} />
        </details>
      )}
    </>
  )
}

function TopicList({ first, all }: { first: readonly Topic[]; all: readonly Topic[] }) {
  return (
    <ul className={styles.topics}>
      {first.map(({ id, name }) => (
        <li key={id}>
          <Topic name={name} />
          <Below topics={all.filter(({ parent }) => parent === id)} />
        </li>
      ))}
    </ul>
  )
}

function Below({ topics }: { topics: readonly Topic[] }) {
  if (topics.length === 0) return null
  return (
    <ul>
      {topics.map(({ id, name }) => (
        <li key={id}>
          <Topic name={name} />
        </li>
      ))}
    </ul>
  )
}

/** Leads to the communities that share it. */
const Topic = ({ name }: { name: string }) => <Go to={paths.communities({ topic: name })}>{name}</Go>
