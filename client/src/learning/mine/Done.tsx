import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '#app/api.ts'
import { paths } from '#app/paths.ts'
import { useWhen } from '#app/when.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go, Mark } from '#ui/index.ts'
import styles from '../learning.module.css'
import type { Mine } from '../types.ts'
import { readAgain } from '../use-act.ts'

/** What I did and used; what I put aside folds, and can be taken up again. */
export function Done({ done, declined }: Pick<Mine, 'done' | 'declined'>) {
  const t = useWords('learning')
  const when = useWhen()
  return (
    <>
      {done.length === 0 ? (
        <EmptyState title={t('done.none')}>{t('done.noneHow')}</EmptyState>
      ) : (
        <ul className={styles.short}>
          {done.map(({ item, act, at }) => (
            <li key={`${item.id} ${act}`}>
              <Mark kind="worked">{t(`item.${act}`)}</Mark>
              <Go to={paths.learningItem(item.id)}>{item.title}</Go>
              <time className={styles.softly} dateTime={at}>
                {when.day(at)}
              </time>
            </li>
          ))}
        </ul>
      )}
      {declined.length > 0 && (
        <details>
          <summary className={styles.soft}>{t('done.declined', { count: declined.length })}</summary>
          <ul className={styles.short}>
            {declined.map((one) => (
              <Declined key={one.item?.id ?? one.topic?.id} {...one} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Declined({ item, topic }: Mine['declined'][number]) {
  const t = useWords('learning')
  const client = useQueryClient()
  const takeUp = async () => {
    if (item) await api('DELETE /learning/items/{item}/decline', { params: { item: item.id } })
    else if (topic) await api('DELETE /learning/topics/{topic}/decline', { params: { topic: topic.id } })
    await readAgain(client)
  }
  return (
    <li>
      {item ? <Go to={paths.learningItem(item.id)}>{item.title}</Go> : <span>{topic?.name}</span>}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void takeUp()}>
        {t('done.takeUp')}
      </Button>
    </li>
  )
}
