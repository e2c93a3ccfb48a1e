import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { actWithUndo, type Choice, CommunityTag, EmptyState, Picker } from '#ui/index.ts'
import styles from '../learning.module.css'
import { searchTopics } from '../topics.ts'
import type { Mine } from '../types.ts'
import { readAgain, useAct } from '../use-act.ts'

/** Topics that I like to hear of: said aloud, unlike needs. */
export function Interests({ interests, may }: { interests: Mine['interests']; may: boolean }) {
  const t = useWords('learning')
  return (
    <>
      <p className={styles.soft}>{t('interests.what')}</p>
      {interests.length === 0 ? (
        <EmptyState title={t('interests.none')}>{t('interests.noneHow')}</EmptyState>
      ) : (
        <ul className={styles.tags}>
          {interests.map((topic) => (
            <Interest key={topic.id} topic={topic} />
          ))}
        </ul>
      )}
      {may && <Declare />}
    </>
  )
}

function Interest({ topic: { id, name, community } }: { topic: Mine['interests'][number] }) {
  const t = useWords('learning')
  const client = useQueryClient()
  const params = { topic: id }
  const drop = () =>
    actWithUndo(
      t('interests.dropped'),
      async () => {
        await api('DELETE /learning/interests/{topic}', { params })
        await readAgain(client)
      },
      async () => {
        await api('PUT /learning/interests/{topic}', { params })
        await readAgain(client)
      },
    )
  return (
    <li>
      {community && <CommunityTag {...community} />} {name}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={drop} aria-label={t('interests.drop', { name })}>
        {t('interests.dropShort')}
      </Button>
    </li>
  )
}

function Declare() {
  const t = useWords('learning')
  const [topics, setTopics] = useState<Choice[]>([])
  const { act, pending, error } = useAct(
    () => Promise.all(topics.map(({ id }) => api('PUT /learning/interests/{topic}', { params: { topic: id } }))),
    () => setTopics([]),
  )
  return (
    <div className={styles.declare}>
      <Picker
        label={t('interests.topics')}
        value={topics}
        onChange={setTopics}
        search={searchTopics()}
        suggest
        max={10}
        error={error?.message}
      />
      <Button variant="default" onClick={act} loading={pending} disabled={topics.length === 0}>
        {t('interests.declare')}
      </Button>
    </div>
  )
}
