import type { StoryLine } from '@mortar/contract/measurement-value'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { CommunityTag, Go, Mark } from '#ui/index.ts'
import { CyclePath } from './CyclePath.tsx'
import styles from './value.module.css'

interface LinesProps {
  stories: readonly StoryLine[]
  reported?: readonly string[]
  /** Says of which community each is. */
  withCommunity?: boolean
}

/** Stories, each with the cycles it goes through. */
export function Lines({ stories, reported = [], withCommunity = false }: LinesProps) {
  const t = useWords('measurement')
  const when = useWhen()
  return (
    <ul className={styles.lines}>
      {stories.map((story) => (
        <li key={story.id}>
          <p className={styles.name}>
            <Go to={paths.story(story.id)}>{story.title}</Go>
          </p>
          <CyclePath cycles={story.cycles} />
          <p className={styles.facts}>
            {withCommunity && <CommunityTag {...story.community} />}
            <span>{t('worth.toldBy', { name: story.by?.name ?? t('worth.somebody'), day: when.day(story.at) })}</span>
            {story.practice && <span data-no-words>{story.practice.title}</span>}
            {reported.includes(story.id) && <Mark kind="partly">{t('worth.reported')}</Mark>}
          </p>
        </li>
      ))}
    </ul>
  )
}
