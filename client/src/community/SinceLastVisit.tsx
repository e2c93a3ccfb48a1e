import { useQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useLive } from '#app/live.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { NewsLines } from '#desk/News.tsx'
import { Section } from '#ui/index.ts'
import styles from './community.module.css'

/** What others changed while I was away. When nothing did, the page begins with what waits. */
export function SinceLastVisit({ community }: { community: string }) {
  const t = useWords('community')
  const when = useWhen()
  const asked = query('GET /communities/{community}/news', { params: { community } })
  const { data } = useQuery(asked)
  useLive(`community:${community}`, [asked])
  if (!data || data.lines.length === 0) return null
  return (
    <Section title={t('since.title')}>
      <p className={styles.soft}>{t('since.how', { when: when.time(data.since) })}</p>
      <NewsLines lines={data.lines} />
    </Section>
  )
}
