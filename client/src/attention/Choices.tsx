import { useSuspenseQuery } from '@tanstack/react-query'
import { query } from '#app/api.ts'
import { useWords } from '#app/words.ts'
import { EmptyState, Go } from '#ui/index.ts'
import { addressOfPage } from './addresses.ts'
import styles from './attention.module.css'
import { Following } from './Following.tsx'

/** Threads and communities about which I chose how much I hear. */
export function Choices() {
  const t = useWords('attention')
  const { data } = useSuspenseQuery(query('GET /following'))
  if (data.items.length === 0) return <EmptyState title={t('choices.none')}>{t('choices.how')}</EmptyState>
  return (
    <ul className={styles.lines}>
      {data.items.map(({ page }) => (
        <li key={page.id} className={styles.line}>
          <Go to={addressOfPage(page)}>{page.title ?? t('withheld')}</Go>
          <Following kind={page.kind as 'inquiry'} id={page.id} />
        </li>
      ))}
    </ul>
  )
}
