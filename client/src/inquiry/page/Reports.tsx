import { Button } from '@mantine/core'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { api, query, refresh } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import { type Inquiry, readAgain } from '../api.ts'
import styles from '../inquiry.module.css'

type Decision = 'kept' | 'hidden'

/** What people reported on this page, for who keeps order: it stays as it is, or it is hidden. */
export function Reports({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const client = useQueryClient()
  const waiting = useQueries({
    queries: inquiry.communities.map(({ id }) =>
      query('GET /communities/{community}/reports', { params: { community: id } }),
    ),
    combine: (answers) => answers.flatMap(({ data }) => data?.items ?? []),
  })
  const here = new Map(
    waiting.filter((report) => report.inquiry.id === inquiry.id).map((report) => [report.id, report]),
  )
  const decide = (report: string, decision: Decision) =>
    api('PUT /reports/{report}/decision', { params: { report }, body: { decision } })
      .then(() => refresh(client, 'GET /communities/{community}/reports'))
      .then(() => readAgain(client))
      .catch((error: Error) => toast(error.message))
  return [...here.values()].map(({ id, by, reason, contribution }) => (
    <div key={id} className={styles.note}>
      {t('report.said', { name: by?.name ?? t('somebody'), reason })}
      {contribution && <a href={`#${contribution}`}>{t('report.where')}</a>}
      {(['kept', 'hidden'] as const).map((decision) => (
        <Button key={decision} size="compact-sm" variant="default" onClick={() => void decide(id, decision)}>
          {t(`report.${decision}`)}
        </Button>
      ))}
    </div>
  ))
}
