import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './page.module.css'

/** Why something was refused, as the sentence that came with it. Announced when it appears. */
export function Refusal({ error, children }: { error: Error | null | undefined; children?: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <div role="alert">
      {error && (
        <div className={styles.refusal}>
          <IconAlertCircle size={20} aria-hidden="true" />
          <div>
            {error.message}
            {children}
            {isSignedOut(error) && (
              <div>
                <a href="/sign-in" target="_blank" rel="noopener">
                  {t('signInApart')}
                </a>
              </div>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

/** Their session has ended: what they wrote stays here, while they sign in beside it. */
const isSignedOut = (error: Error) => 'code' in error && error.code === 'platform.unauthenticated'
