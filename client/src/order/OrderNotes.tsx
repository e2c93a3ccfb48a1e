import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { toast } from '#ui/index.ts'
import styles from './order.module.css'
import { type PageName, readAgain, useOrder } from './use-order.ts'

/** That a page is hidden, that words were taken out of it, and for whoever keeps order what was reported. */
export function OrderNotes({ kind, page }: PageName) {
  const t = useWords('order')
  const when = useWhen()
  const client = useQueryClient()
  const order = useOrder({ kind, page })
  const params = { kind, page }
  const act = (done: Promise<unknown>) =>
    void done.then(() => readAgain(client)).catch((error: Error) => toast(error.message))
  if (!order) return null
  return (
    <div className={styles.notes}>
      {order.hidden && (
        <div className={styles.note} data-kind="failed">
          <p>{t('hiddenNote')}</p>
          {order.may.show && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => act(api('DELETE /pages/{kind}/{page}/hiding', { params }))}
            >
              {t('show')}
            </Button>
          )}
        </div>
      )}
      {order.reports.length > 0 && (
        <div className={styles.note} data-kind="failed">
          {order.reports.map(({ reason, by, at }) => (
            <p key={at}>
              {t('reported', { name: by?.name ?? t('somebody'), day: when.day(at) })} <q data-no-words>{reason}</q>
            </p>
          ))}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => act(api('DELETE /pages/{kind}/{page}/reports', { params }))}
          >
            {t('keep')}
          </Button>
        </div>
      )}
      {order.redactions.map(({ ground, by, at }) => (
        <p key={at} className={styles.note}>
          {t(by ? 'redactedBy' : 'redacted', {
            name: by?.name ?? '',
            day: when.day(at),
            ground: t(`ground.${ground}`),
          })}
        </p>
      ))}
    </div>
  )
}
