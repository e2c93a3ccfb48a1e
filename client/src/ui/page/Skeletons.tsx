import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './skeleton.module.css'

/** Where a list will be. */
export function ListSkeleton({ lines = 5 }: { lines?: number }) {
  return (
    <Waiting>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.entry}>
          <div className={styles.bar} data-width={line % 3} />
          <div className={styles.bar} data-width="small" />
        </div>
      ))}
    </Waiting>
  )
}

/** Where a page will be. */
export function PageSkeleton() {
  return (
    <Waiting>
      <div className={styles.title} />
      <div className={styles.bar} data-width="small" />
      <div className={styles.gap} />
      {Array.from({ length: 7 }, (_, line) => (
        <div key={line} className={styles.bar} data-width={line % 3} />
      ))}
    </Waiting>
  )
}

function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <div role="status" aria-busy="true" className={styles.waiting}>
      <span className="unseen">{t('loading')}</span>
      {children}
    </div>
  )
}
