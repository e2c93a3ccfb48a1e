import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, query, refresh } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import { type Practice, readAgain } from '../api.ts'
import styles from '../practice.module.css'

/** That it is hidden, that words were taken away, and, for who keeps order, what was reported. */
export function OrderNotes({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const when = useWhen()
  const client = useQueryClient()
  const params = { practice: practice.id }
  const show = () =>
    api('DELETE /practices/{practice}/hiding', { params })
      .then(() => readAgain(client))
      .catch((error: Error) => toast(error.message))
  return (
    <>
      {practice.hidden && (
        <p className={styles.note} data-kind="failed">
          {t('hiddenNote')}{' '}
          {practice.may.show && (
            <Button size="compact-sm" variant="default" onClick={() => void show()}>
              {t('act.show')}
            </Button>
          )}
        </p>
      )}
      {practice.may.redact && <Reports practice={practice} />}
      {practice.redactions.map(({ by, at, ground }) => (
        <p key={at} className={styles.note} data-kind="note">
          {t('redactedNote', { name: by?.name ?? t('somebody'), day: when.day(at), ground: t(`ground.${ground}`) })}
        </p>
      ))}
    </>
  )
}

function Reports({ practice }: { practice: Practice }) {
  const t = useWords('practice')
  const client = useQueryClient()
  const params = { practice: practice.id }
  const { data } = useQuery(query('GET /practices/{practice}/reports', { params }))
  if (!data || data.items.length === 0) return null
  const keep = () =>
    api('DELETE /practices/{practice}/reports', { params })
      .then(() => refresh(client, 'GET /practices/{practice}/reports'))
      .catch((error: Error) => toast(error.message))
  return (
    <div className={styles.note} data-kind="failed">
      {data.items.map(({ by, reason, at }) => (
        <p key={at}>{t('reportedNote', { name: by?.name ?? t('somebody'), reason })}</p>
      ))}
      <Button size="compact-sm" variant="default" onClick={() => void keep()}>
        {t('act.keep')}
      </Button>
    </div>
  )
}
