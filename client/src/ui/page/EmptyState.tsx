import type { ReactNode } from 'react'
import styles from './page.module.css'

/** Nothing here yet: says what would be here and teaches the next act. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children && <div className={styles.emptyText}>{children}</div>}
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  )
}
