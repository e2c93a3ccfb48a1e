import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import styles from './community.module.css'

/** Words that come up in what is asked and practised here, and are no topic yet: chosen, one stands in the field below. */
export function TopicIdeas({ community, onChoose }: { community: string; onChoose: (word: string) => void }) {
  const t = useWords('community')
  const { data } = useQuery(query('GET /communities/{community}/topic-ideas', { params: { community } }))
  if (!data || data.items.length === 0) return null
  return (
    <div className={styles.tendTopics}>
      <p className={styles.soft}>{t('topics.ideas')}</p>
      <div className={styles.acts}>
        {data.items.map(({ word, pages }) => (
          <Button
            key={word}
            size="compact-sm"
            variant="default"
            onClick={() => onChoose(word.charAt(0).toLocaleUpperCase() + word.slice(1))}
          >
            {t('topics.idea', { word, pages })}
          </Button>
        ))}
      </div>
    </div>
  )
}
