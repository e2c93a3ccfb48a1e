import { Button } from '@mantine/core'
import { type Answer, api } from '#app/api.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Mark, toast } from '#ui/index.ts'
import styles from '../learning.module.css'
import { useAct } from '../use-act.ts'

type Import = Answer<'GET /learning/imports'>['items'][number]

/** What was brought in, each taken back in one click. */
export function Imports({ items }: { items: Import[] }) {
  const t = useWords('learning')
  if (items.length === 0) return <EmptyState title={t('bring.none')}>{t('bring.noneHow')}</EmptyState>
  return (
    <ul className={styles.short}>
      {items.map((item) => (
        <Line key={item.id} item={item} />
      ))}
    </ul>
  )
}

function Line({ item: { id, kind, fileName, rows, by, at, undoneAt, may } }: { item: Import }) {
  const t = useWords('learning')
  const when = useWhen()
  const undoing = useAct(
    () => api('DELETE /learning/imports/{import}', { params: { import: id } }),
    ({ undone, kept }) => toast(t('bring.undone', { undone, kept })),
  )
  return (
    <li>
      <strong>{fileName}</strong>
      <span className={styles.softly}>
        {t(`bring.${kind}`)} · {t('bring.rows', { count: rows })} · <time dateTime={at}>{when.day(at)}</time>
        {by && ` · ${by.name}`}
      </span>
      {undoneAt && <Mark kind="quiet">{t('bring.isUndone')}</Mark>}
      {may.undo && (
        <Button size="compact-sm" variant="default" onClick={undoing.act} loading={undoing.pending}>
          {t('bring.undo')}
        </Button>
      )}
      {undoing.error && <span role="alert">{undoing.error.message}</span>}
    </li>
  )
}
