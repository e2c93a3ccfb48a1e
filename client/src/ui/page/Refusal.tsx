import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './page.module.css'

/** Why something was refused, as the sentence that came with it. Announced when it appears. */
export function Refusal({ error, children }: { error: Error | null | undefined; children?: ReactNode }) {
  return (
    <div role="alert">
      {error && (
        <div className={styles.refusal}>
          <IconAlertCircle size={20} aria-hidden="true" />
          <div>
            {error.message}
            {children}
          </div>
        </div>
      )}
    </div>
  )
}
