import { type ReactNode, useId } from 'react'
import styles from './page.module.css'

interface SectionProps {
  title: string
  /** Shown behind the title, in soft ink. */
  count?: ReactNode
  action?: ReactNode
  /** For a side rail: a small heading. */
  small?: boolean
  children: ReactNode
}

export function Section({ title, count, action, small, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={small ? styles.smallSection : styles.section}>
      <div className={styles.sectionHead}>
        <h2 id={id}>
          {title}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
