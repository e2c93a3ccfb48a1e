import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './marks.module.css'

/** How far something has come, with both numbers in sight. */
export function Progress({ label, value, of }: { label: string; value: number; of: number }) {
  const { t, i18n } = useTranslation('ui')
  const id = useId()
  const number = new Intl.NumberFormat(i18n.language === 'qps' ? 'en' : i18n.language)
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>{label}</label>
      <span>{t('progress', { value: number.format(value), of: number.format(of) })}</span>
      <progress id={id} value={value} max={Math.max(of, 1)} />
    </div>
  )
}
