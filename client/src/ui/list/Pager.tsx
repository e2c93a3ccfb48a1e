import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../page/address.ts'
import styles from './list.module.css'

/** The next page of a list; the place is kept in the address as `?after=`, so that Back goes back. */
export function Pager({ next, name = 'after' }: { next: string | null; name?: string }) {
  const { t } = useTranslation('ui')
  const [search] = useAddress()
  const started = search[name] !== undefined
  if (!next && !started) return null
  const to = (value: string | undefined) => ((before: object) => ({ ...before, [name]: value })) as never
  return (
    <nav aria-label={t('pager.label')} className={styles.pager}>
      {started && (
        <Link to="." search={to(undefined)}>
          {t('pager.first')}
        </Link>
      )}
      {next ? (
        <Link to="." search={to(next)} className={styles.next}>
          {t('pager.next')}
        </Link>
      ) : (
        <span className={styles.end}>{t('pager.end')}</span>
      )}
    </nav>
  )
}
