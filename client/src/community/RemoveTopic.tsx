import { Button } from '@mantine/core'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo } from '#ui/index.ts'
import { type Topic, useAgain } from './topics-again.ts'

function useRemoval(community: string) {
  const again = useAgain()
  return (topic: Topic) => {
    const params = { community, topic: topic.id }
    const address = '/communities/{community}/topics/{topic}/removal'
    return {
      remove: () => api(`PUT ${address}`, { params }).then(again),
      bringBack: () => api(`DELETE ${address}`, { params }).then(again),
    }
  }
}

interface RemoveProps {
  community: string
  topic: Topic
  onDone: () => void
}

/** Removes a topic: it stands nowhere any more, and what stood under it stays with it. */
export function RemoveTopic({ community, topic, onDone }: RemoveProps) {
  const t = useWords('community')
  const removal = useRemoval(community)(topic)
  const remove = () =>
    void actWithUndo(
      t('topics.removed', { name: topic.name }),
      () => removal.remove().then(onDone),
      () => removal.bringBack(),
    )
  return (
    <p>
      <Button variant="default" onClick={remove}>
        {t('topics.remove', { name: topic.name })}
      </Button>
    </p>
  )
}

/** Topics that were removed: each can be brought back with what stood under it. */
export function RemovedTopics({ community, topics }: { community: string; topics: readonly Topic[] }) {
  const t = useWords('community')
  const removal = useRemoval(community)
  if (topics.length === 0) return null
  return (
    <ul>
      {topics.map((topic) => (
        <li key={topic.id}>
          {t('topics.wasRemoved', { name: topic.name })}{' '}
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={t('topics.bringBackName', { name: topic.name })}
            onClick={() =>
              void actWithUndo(
                t('topics.back', { name: topic.name }),
                () => removal(topic).bringBack(),
                () => removal(topic).remove(),
              )
            }
          >
            {t('topics.bringBack')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
