import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { Go, toast } from '#ui/index.ts'
import { type Inquiry, readAgain } from '../api.ts'
import styles from '../inquiry.module.css'
import { Reports } from './Reports.tsx'

/** What somebody must know before reading: withdrawn, hidden, merged, closed, moved, redacted. */
export function Notes({ inquiry }: { inquiry: Inquiry }) {
  const t = useWords('inquiry')
  const when = useWhen()
  const client = useQueryClient()
  const params = { inquiry: inquiry.id }
  const act = (verb: () => Promise<unknown>) => () =>
    void verb()
      .then(() => readAgain(client))
      .catch((error: Error) => toast(error.message))
  return (
    <>
      {inquiry.withheld === 'withdrawn' && (
        <Note>
          {t(inquiry.title ? 'note.withdrawn' : 'note.withdrawnForOthers')}
          {inquiry.may.restore && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={act(() => api('DELETE /inquiries/{inquiry}/withdrawal', { params }))}
            >
              {t('act.restore')}
            </Button>
          )}
        </Note>
      )}
      {inquiry.withheld === 'hidden' && (
        <Note>
          {t(inquiry.title ? 'note.hidden' : 'note.hiddenForOthers')}
          {inquiry.may.show && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={act(() => api('DELETE /inquiries/{inquiry}/hiding', { params }))}
            >
              {t('act.show')}
            </Button>
          )}
        </Note>
      )}
      {inquiry.may.redact && <Reports inquiry={inquiry} />}
      {inquiry.mergedInto && (
        <Note>
          {t('note.merged')}{' '}
          <Go to={paths.inquiry(inquiry.mergedInto.id)}>{inquiry.mergedInto.title ?? t('note.theOther')}</Go>
          {inquiry.may.unmerge && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={act(() => api('DELETE /inquiries/{inquiry}/merge', { params }))}
            >
              {t('act.unmerge')}
            </Button>
          )}
        </Note>
      )}
      {inquiry.closed && <Note>{t('note.closed', { count: inquiry.communities.length })}</Note>}
      {inquiry.moves.map(({ by, at, reason }) => (
        <Note key={at}>{t('note.moved', { name: by?.name ?? t('somebody'), day: when.day(at), reason })}</Note>
      ))}
      {inquiry.redactions.map(({ by, at, ground }) => (
        <Note key={at}>
          {t('note.redacted', { name: by?.name ?? t('somebody'), day: when.day(at), ground: t(`ground.${ground}`) })}
        </Note>
      ))}
    </>
  )
}

const Note = ({ children }: { children: ReactNode }) => <div className={styles.note}>{children}</div>
