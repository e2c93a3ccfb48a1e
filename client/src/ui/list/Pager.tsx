import { useTranslation } from 'react-i18next'
import { useAddress, useChangedAddress } from '../page/address.ts'
import { Go } from '../page/Go.tsx'
import styles from './list.module.css'

/** The next page of a list; the place is kept in the address as `?after=`, so that Back goes back. */
export function Pager({ next, name = 'after' }: { next: string | null; name?: string }) {
  const { t } = useTranslation('ui')
  const [search] = useAddress()
  const changed = useChangedAddress()
  const started = search[name] !== undefined
  if (!next && !started) return null
  return (
    <nav aria-label={t('pager.label')} className={styles.pager}>
      {started && <Go to={changed({ [name]: undefined })}>{t('pager.first')}</Go>}
      {next ? (
        <Go to={changed({ [name]: next })} className={styles.next}>
          {t('pager.next')}
        </Go>
      ) : (
        <span className={styles.end}>{t('pager.end')}</span>
      )}
    </nav>
  )
}
