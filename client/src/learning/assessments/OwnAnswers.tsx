import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Assessment } from '../types.ts'
import { useAct } from '../use-act.ts'

/** What I answered, for me alone; each line can become a need of mine, which nobody else sees. */
export function OwnAnswers({ one }: { one: Assessment }) {
  const t = useWords('learning')
  const params = { assessment: one.id }
  const { data: own } = useSuspenseQuery(query('GET /learning/needs-assessments/{assessment}/answer', { params }))
  const gaps = new Map(own.answers.map(({ topic, gap }) => [topic, gap]))
  const lines = one.items.filter(({ topic }) => gaps.has(topic.id))
  if (lines.length === 0) return <p className={styles.said}>{t('own.nothing')}</p>
  return (
    <>
      <p className={styles.soft}>{t(own.state === 'finished' ? 'own.what' : 'own.notCounted')}</p>
      <ul className={styles.short}>
        {lines.map(({ topic }) => (
          <Line key={topic.id} topic={topic} gap={gaps.get(topic.id) ?? null} />
        ))}
      </ul>
    </>
  )
}

function Line({ topic, gap }: { topic: Assessment['items'][number]['topic']; gap: number | null }) {
  const t = useWords('learning')
  const [noted, setNoted] = useState(false)
  const noting = useAct(
    () => api('POST /learning/needs', { body: { topic: topic.id, gap: gap ?? 1, note: '' } }),
    () => {
      setNoted(true)
      toast(t('own.noted'))
    },
  )
  return (
    <li>
      <span>{topic.name}</span>
      <span className={styles.softly}>{t(`answer.gap_${gap === null ? 'none' : (gap as 0 | 1 | 2 | 3)}`)}</span>
      {gap !== null && gap > 0 && topic.community && !noted && (
        <Button size="compact-sm" variant="default" onClick={noting.act} loading={noting.pending}>
          {t('own.note')}
        </Button>
      )}
      {noting.error && <span role="alert">{noting.error.message}</span>}
    </li>
  )
}
